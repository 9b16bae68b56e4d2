import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_TERMS, leastMinimumMinor, type TermsInput, termsFrom } from "./terms.ts";
import { columnsOf, termsOf } from "./terms-row.ts";
import { hashOf, termsText } from "./terms-text.ts";

const { takeRateBp: _, ...clocks } = DEFAULT_TERMS;
const input: TermsInput = {
  ...clocks,
  currency: "eur",
  rule: { model: "percent", rateBp: 1100 },
  minimumMinor: 400_00n,
  capMinor: 7_500_00n,
};

test.each([
  [2000, 175n],
  [1000, 423n],
  [500, 1429n],
])("at %i basis points Lode's share pays Stripe's fee from a minimum of %i on", (takeRateBp, least) => {
  expect(leastMinimumMinor(takeRateBp)).toBe(least);
  expect(termsFrom({ ...input, minimumMinor: least }, takeRateBp).minimumMinor).toBe(least);
  expect(() => termsFrom({ ...input, minimumMinor: least - 1n }, takeRateBp)).toThrow("terms_minimum_is_too_low");
});

test("a take rate below Stripe's own never pays for a charge", () => {
  expect(() => termsFrom(input, 290)).toThrow("terms_take_rate_is_too_low");
});

const tiers = (...froms: bigint[]) => froms.map((from) => ({ from, fee: { rateBp: 500 } }));

test.each<[string, Partial<TermsInput>]>([
  ["terms_currency_is_not_settled", { currency: "jpy" }],
  ["terms_currency_is_not_settled", { currency: "xyz" }],
  ["terms_cap_is_below_minimum", { capMinor: 399_99n }],
  ["terms_fee_is_below_minimum", { rule: { model: "fixed", fixedMinor: 399_99n } }],
  ["terms_hold_is_too_long", { holdDays: { A: 7, B: 14, C: 21, D: 61 } }],
  ["terms_holds_favour_worse_evidence", { holdDays: { A: 15, B: 14, C: 21, D: 30 } }],
  ["terms_tiers_are_out_of_order", { rule: { model: "tiers_by_value", tiers: tiers(1n) } }],
  ["terms_tiers_are_out_of_order", { rule: { model: "tiers_by_value", tiers: tiers(0n, 5n, 5n) } }],
  ["terms_tiers_are_out_of_order", { rule: { model: "tiers_by_count", period: "year", tiers: tiers(0n) } }],
])("%s", (code, over) => {
  expect(() => termsFrom({ ...input, ...over })).toThrow(code);
});

test.each<TermsInput["rule"]>([
  { model: "percent", rateBp: 1100 },
  { model: "fixed", fixedMinor: 500_00n },
  {
    model: "tiers_by_value",
    tiers: [
      { from: 0n, fee: { rateBp: 500 } },
      { from: 9n, fee: { fixedMinor: 500_00n } },
    ],
  },
  { model: "tiers_by_count", period: "month", tiers: tiers(1n, 6n) },
])("terms come out of the database as they went in: $model", (rule) => {
  const terms = termsFrom({ ...input, rule });
  const columns = columnsOf(terms);
  expect(termsOf({ ...columns, tiers: JSON.parse(JSON.stringify(columns.tiers)) })).toEqual(terms);
});

test("the text names every number of the terms, and any other number makes another text", async () => {
  const title = { merchant: "Kestrow", program: "Cold-chain monitors", version: 4 };
  const text = termsText(termsFrom(input), title);
  for (const words of [
    "version 4",
    "11 %",
    "400.00 EUR",
    "7,500.00 EUR",
    "20 %",
    "3 business days",
    "120 days",
    "90 days",
  ])
    expect(text).toContain(words);
  const hash = await hashOf(text);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const changed = fc.constantFrom<keyof TermsInput>(
    "repeatMonths",
    "reviewBusinessDays",
    "returnBusinessDays",
    "answerDays",
    "protectionDays",
    "tailDays",
    "reportEveryDays",
  );
  await fc.assert(
    fc.asyncProperty(changed, fc.integer({ min: 1, max: 400 }), async (field, n) => {
      const other = termsText({ ...termsFrom(input), [field]: n }, title);
      expect((await hashOf(other)) === hash).toBe(n === input[field]);
    }),
  );
});
