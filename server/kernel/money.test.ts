import fc from "fast-check";
import { expect, test } from "vitest";
import { add, allocate, type Currency, exponentOf, money, parseAmount, splitFee, subtract } from "./money.ts";

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const currency = fc.constantFrom<Currency>("usd", "jpy", "bhd");

test("an amount that is split keeps every minor unit", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 9 })
    .filter((w) => w.some((x) => x > 0n));
  fc.assert(
    fc.property(amount, weights, currency, (minor, parts, code) => {
      const shares = allocate(money(minor, code), parts);
      expect(shares.reduce((sum, share) => sum + share.minor, 0n)).toBe(minor);
      expect(shares.every((share, i) => share.minor === 0n || parts[i] !== 0n)).toBe(true);
    }),
  );
});

test("a weight of nothing gets nothing, and no split of nothing is possible", () => {
  expect(allocate(money(101n, "usd"), [0n, 1n, 1n]).map((s) => s.minor)).toEqual([0n, 51n, 50n]);
  expect(() => allocate(money(1n, "usd"), [0n, 0n])).toThrow(RangeError);
  expect(() => allocate(money(-1n, "usd"), [1n])).toThrow(RangeError);
});

test("the fee's two parts are the whole at any take rate", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (minor, takeRateBp) => {
      const { platform, provider } = splitFee(money(minor, "eur"), takeRateBp);
      expect(platform.minor + provider.minor).toBe(minor);
      expect(provider.minor >= 0n && platform.minor >= 0n).toBe(true);
    }),
  );
});

test.each([
  [1n, 0, 0n],
  [1n, 3333, 0n],
  [3n, 3333, 1n],
  [33n, 3333, 11n],
  [99_999_999n, 3333, 33_330_000n],
  [99_999_999n, 10_000, 99_999_999n],
  [10_000n, 2000, 2000n],
])("of %i at %i basis points the platform keeps %i", (gross, bp, platform) => {
  expect(splitFee(money(gross, "usd"), bp).platform.minor).toBe(platform);
});

test("currencies do not mix", () => {
  expect(() => add(money(1n, "usd"), money(1n, "eur"))).toThrow(RangeError);
  expect(() => subtract(money(1n, "usd"), money(1n, "jpy"))).toThrow(RangeError);
});

test("an amount is read as people write it, to the last decimal its currency has", () => {
  expect(parseAmount("1,234.50", "usd")?.minor).toBe(123_450n);
  expect(parseAmount("1234,5", "eur")?.minor).toBe(123_450n);
  expect(parseAmount("１２３", "jpy")?.minor).toBe(123n);
  expect(parseAmount("12.5", "jpy")).toBeNull();
  expect(parseAmount("-5", "usd")).toBeNull();
  expect(parseAmount("1e9", "usd")).toBeNull();
  expect(parseAmount("", "usd")).toBeNull();
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      const digits = minor.toString().padStart(exponentOf(code) + 1, "0");
      const cut = digits.length - exponentOf(code);
      const typed = exponentOf(code) ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits;
      expect(exponentOf(code) === 3 && cut <= 3 ? minor : parseAmount(typed, code)?.minor).toBe(minor);
    }),
  );
});
