import fc from "fast-check";
import { expect, test } from "vitest";
import { money } from "#server/kernel/money.ts";
import { type FeeTerms, feeOf, holdDaysFor, tierPeriodStart } from "./fee.ts";
import { simulate } from "./simulator.ts";
import { DEFAULT_TERMS, type FeeRule, TAKE_RATE_BP } from "./terms.ts";

const rateBp = fc.integer({ min: 1, max: 10_000 });
const fixedMinor = fc.bigInt({ min: 1n, max: 99_999_999n });
const tierFee = fc.oneof(fc.record({ rateBp }), fc.record({ fixedMinor }));
const froms = fc.uniqueArray(fc.bigInt({ min: 2n, max: 10n ** 9n }), { maxLength: 5 });
const tiersFrom = (start: bigint) =>
  fc
    .tuple(froms, fc.array(tierFee, { minLength: 6, maxLength: 6 }))
    .map(([rest, fees]) =>
      [start, ...rest.toSorted((a, b) => (a < b ? -1 : 1))].map((from, i) => ({ from, fee: fees[i] ?? { rateBp: 1 } })),
    );
const rule: fc.Arbitrary<FeeRule> = fc.oneof(
  fc.record({ model: fc.constant("percent" as const), rateBp }),
  fc.record({ model: fc.constant("fixed" as const), fixedMinor }),
  fc.record({ model: fc.constant("tiers_by_value" as const), tiers: tiersFrom(0n) }),
  fc.record({
    model: fc.constant("tiers_by_count" as const),
    period: fc.constant("month" as const),
    tiers: tiersFrom(1n),
  }),
);
const terms: fc.Arbitrary<FeeTerms> = fc
  .record({
    rule,
    currency: fc.constantFrom("usd" as const, "eur" as const, "gbp" as const),
    minimumMinor: fc.bigInt({ min: 176n, max: 1_000_00n }),
    room: fc.option(fc.bigInt({ min: 0n, max: 10_000_00n })),
    takeRateBp: fc.integer({ min: 291, max: 10_000 }),
  })
  .map(({ room, ...rest }) => ({ ...rest, capMinor: room === null ? null : rest.minimumMinor + room }));
const value = fc.bigInt({ min: 0n, max: 10n ** 11n });

test("the parts of a fee are the whole, between minimum and cap, and the last steps say so", () => {
  fc.assert(
    fc.property(terms, value, fc.nat({ max: 500 }), (under, minor, dealsInPeriod) => {
      const { gross, platform, provider, steps } = feeOf(under, money(minor, under.currency), { dealsInPeriod });
      expect(platform.minor + provider.minor).toBe(gross.minor);
      expect(gross.minor).toBeGreaterThanOrEqual(under.minimumMinor);
      expect(gross.minor).toBeLessThanOrEqual(under.capMinor ?? 99_999_999n);
      expect(steps.at(-1)).toMatchObject({ step: "split", platformMinor: `${platform.minor}` });
      expect(steps.at(-2)).toMatchObject({ feeMinor: gross.minor.toString() });
      expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
    }),
  );
});

test("a larger deal never costs less under a percentage", () => {
  const percent = terms.filter(({ rule: { model } }) => model === "percent");
  fc.assert(
    fc.property(percent, value, value, (under, a, b) => {
      const [less, more] = a < b ? [a, b] : [b, a];
      const fee = (minor: bigint) => feeOf(under, money(minor, under.currency)).gross.minor;
      expect(fee(less)).toBeLessThanOrEqual(fee(more));
    }),
  );
});

test("the simulator shows what will be charged, and the provider's share when its hold is over", () => {
  fc.assert(
    fc.property(terms, value, fc.constantFrom("A", "B", "C", "D" as const), (under, minor, grade) => {
      const whole = { ...DEFAULT_TERMS, ...under };
      const deal = money(minor, under.currency);
      const handedOverAt = new Date("2026-11-20T15:00:00Z");
      const { fee, moments } = simulate(whole, {
        value: deal,
        grade,
        handedOverAt,
        daysToWin: 30,
        zone: "Europe/Berlin",
      });
      expect(fee).toEqual(feeOf(whole, deal));
      expect(moments.find(({ moment }) => moment === "charged")?.merchantPays).toEqual(fee.gross);
      const charged = moments.find(({ moment }) => moment === "charged")?.at.getTime() ?? 0;
      const free = moments.find(({ moment }) => moment === "earning_free");
      expect(free?.providerGets).toEqual(fee.provider);
      expect(free?.at.getTime()).toBe(charged + holdDaysFor(whole, grade) * 86_400_000);
      expect(moments.map(({ at }) => at.getTime())).toEqual(
        moments.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
      );
    }),
  );
});

const base = { currency: "eur", minimumMinor: 400_00n, capMinor: 7_500_00n, takeRateBp: TAKE_RATE_BP } as const;
const eur = (minor: bigint) => money(minor, "eur");

test("eleven percent of 39,600.00 is 4,356.00, of which Lode keeps 871.20", () => {
  const fee = feeOf({ ...base, rule: { model: "percent", rateBp: 1100 } }, eur(39_600_00n));
  expect([fee.gross.minor, fee.platform.minor, fee.provider.minor]).toEqual([4_356_00n, 871_20n, 3_484_80n]);
  expect(fee.steps.map(({ step }) => step)).toEqual(["percent", "split"]);
});

test.each([
  [1_000_00n, 400_00n, "minimum"],
  [100_000_00n, 7_500_00n, "cap"],
])("a deal of %i costs %i because of the %s", (minor, gross, step) => {
  const fee = feeOf({ ...base, rule: { model: "percent", rateBp: 1100 } }, eur(minor));
  expect(fee.gross.minor).toBe(gross);
  expect(fee.steps.map((s) => s.step)).toContain(step);
});

test("without a cap one charge is still the most a deal can cost", () => {
  const fee = feeOf({ ...base, capMinor: null, rule: { model: "percent", rateBp: 5000 } }, eur(10n ** 11n));
  expect(fee.gross.minor).toBe(99_999_999n);
  expect(fee.steps.map(({ step }) => step)).toEqual(["percent", "ceiling", "split"]);
});

test("the tier that the value falls in applies to the whole value", () => {
  const tiers = [
    { from: 0n, fee: { rateBp: 1000 } },
    { from: 10_000_00n, fee: { rateBp: 800 } },
  ];
  const at = (minor: bigint) => feeOf({ ...base, rule: { model: "tiers_by_value", tiers } }, eur(minor)).gross.minor;
  expect(at(9_999_99n)).toBe(1_000_00n);
  expect(at(10_000_00n)).toBe(800_00n);
  expect(at(20_000_00n)).toBe(1_600_00n);
});

test("the eleventh deal of a quarter is charged at the second tier, and a new quarter begins anew", () => {
  const tiers = [
    { from: 1n, fee: { fixedMinor: 900_00n } },
    { from: 11n, fee: { fixedMinor: 700_00n } },
  ];
  const rule = { model: "tiers_by_count", period: "quarter", tiers } as const;
  const nth = (dealsInPeriod: number) => feeOf({ ...base, rule: { ...rule, tiers } }, eur(1n), { dealsInPeriod });
  expect(nth(9).gross.minor).toBe(900_00n);
  expect(nth(10).gross.minor).toBe(700_00n);
  expect(nth(10).steps[0]).toMatchObject({ step: "tier", by: "count", deal: 11, from: "11" });
  expect(tierPeriodStart({ rule }, "2026-11-23")).toBe("2026-10-01");
  expect(tierPeriodStart({ rule: { ...rule, period: "year" } }, "2026-11-23")).toBe("2026-01-01");
  expect(tierPeriodStart({ rule: { ...rule, period: "month" } }, "2026-02-28")).toBe("2026-02-01");
  expect(tierPeriodStart({ rule: { model: "fixed", fixedMinor: 1n } }, "2026-02-28")).toBeNull();
});

test("a deal in another currency has no fee under these terms", () => {
  expect(() => feeOf({ ...base, rule: { model: "fixed", fixedMinor: 500_00n } }, money(1n, "usd"))).toThrow(RangeError);
});
