import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { type Currency, isCurrency, MAX_MINOR } from "#server/kernel/money.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { ProgramId } from "./program.ts";

export type TermsVersionId = Id<"terms">;
export const TermsVersionId = idSchema("terms");

/** The currencies that terms may be agreed in: those the platform's Stripe settles in. */
export const TERMS_CURRENCIES = ["usd", "eur", "gbp"] as const satisfies readonly Currency[];

/** What Lode keeps of each settlement fee, in basis points. */
export const TAKE_RATE_BP = 2000;
/** What Stripe is expected to take of a charge: 2.9 % and 30 of the minor unit. */
const STRIPE_RATE_BP = 290;
const STRIPE_FIXED_MINOR = 30n;
/** No earning is held longer than this by terms, in days. */
const MAX_HOLD_DAYS = 60;
export const MAX_TIERS = 10;
export const MAX_DEDUCTIONS_LENGTH = 500;
/** A whole, in basis points. */
const WHOLE_BP = 10_000;

/** What of a deal the fee is reckoned from. */
export const FEE_BASES = ["contract_value", "first_year", "first_invoice"] as const;
export type FeeBase = (typeof FEE_BASES)[number];

/** The stretch of time in which deals are counted for tiers by count. */
export const TIER_PERIODS = ["month", "quarter", "year"] as const;
export type TierPeriod = (typeof TIER_PERIODS)[number];

/** How good the proof of a deal is, best first. */
export const GRADES = ["A", "B", "C", "D"] as const;
export type Grade = (typeof GRADES)[number];

const Minor = z.bigint().min(1n).max(MAX_MINOR);
const RateBp = z.number().int().min(1).max(WHOLE_BP);
const days = (min: number, max: number) => z.number().int().min(min).max(max);

/** From which value, or which deal of the period, on a fee applies. */
export const Tier = z.object({
  from: z
    .bigint()
    .min(0n)
    .max(MAX_MINOR * 1000n),
  fee: z.union([z.object({ rateBp: RateBp }), z.object({ fixedMinor: Minor })]),
});
export type Tier = z.infer<typeof Tier>;

const Tiers = z.array(Tier).min(1).max(MAX_TIERS);

/** The way the fee is found. */
export const FeeRule = z.discriminatedUnion("model", [
  z.object({ model: z.literal("percent"), rateBp: RateBp }),
  z.object({ model: z.literal("fixed"), fixedMinor: Minor }),
  z.object({ model: z.literal("tiers_by_value"), tiers: Tiers }),
  z.object({ model: z.literal("tiers_by_count"), period: z.enum(TIER_PERIODS), tiers: Tiers }),
]);
export type FeeRule = z.infer<typeof FeeRule>;

/** What a merchant decides about its terms. The take rate is Lode's and not in it. */
export const TermsInput = z.object({
  currency: line(3),
  rule: FeeRule,
  minimumMinor: Minor,
  capMinor: Minor.nullable(),
  feeBase: z.enum(FEE_BASES),
  deductions: prose(MAX_DEDUCTIONS_LENGTH),
  repeatMonths: days(0, 36),
  reviewBusinessDays: days(1, 10),
  returnBusinessDays: days(1, 20),
  answerDays: days(3, 30),
  holdDays: z.object({ A: days(0, 365), B: days(0, 365), C: days(0, 365), D: days(0, 365) }),
  protectionDays: days(30, 365),
  tailDays: days(0, 365),
  reportEveryDays: days(7, 60),
});
export type TermsInput = z.infer<typeof TermsInput>;

export const DraftTerms = z.object({ programId: ProgramId, terms: TermsInput });
export type DraftTerms = z.infer<typeof DraftTerms>;

/** Who pays what and when, as data. */
export type Terms = Readonly<Omit<TermsInput, "currency">> & {
  readonly currency: Currency;
  readonly takeRateBp: number;
};

/** The clocks, holds and rates that new terms begin with. */
export const DEFAULT_TERMS = {
  feeBase: "first_year",
  deductions: "",
  repeatMonths: 12,
  reviewBusinessDays: 3,
  returnBusinessDays: 5,
  answerDays: 7,
  holdDays: { A: 7, B: 14, C: 21, D: 30 },
  protectionDays: 120,
  tailDays: 90,
  reportEveryDays: 14,
  takeRateBp: TAKE_RATE_BP,
} as const satisfies Partial<Terms>;

const termsCurrencyIsNotSettled = refusal("terms_currency_is_not_settled", "invalid");
const termsTiersAreOutOfOrder = refusal("terms_tiers_are_out_of_order", "invalid");
const termsCapIsBelowMinimum = refusal("terms_cap_is_below_minimum", "invalid");
const termsFeeIsBelowMinimum = refusal("terms_fee_is_below_minimum", "invalid");
const termsMinimumIsTooLow = refusal("terms_minimum_is_too_low", "invalid");
const termsTakeRateIsTooLow = refusal("terms_take_rate_is_too_low", "invalid");
const termsHoldIsTooLong = refusal("terms_hold_is_too_long", "invalid");
const termsHoldsFavourWorseEvidence = refusal("terms_holds_favour_worse_evidence", "invalid");
export const termsAreUnknown = refusal("terms_are_unknown", "not_found");
export const termsAreNotInForce = refusal("terms_are_not_in_force", "conflict");
export const termsTextDiffers = refusal("terms_text_differs", "conflict");
export const termsHaveNoDraft = refusal("terms_have_no_draft", "conflict");

const isSettled = (code: string): code is (typeof TERMS_CURRENCIES)[number] =>
  isCurrency(code) && TERMS_CURRENCIES.some((known) => known === code);

/** A currency that terms may be agreed in, or the refusal that names those that may. */
export function settledCurrency(code: string): Currency {
  if (!isSettled(code)) throw termsCurrencyIsNotSettled({ currency: code.toUpperCase() });
  return code;
}

/**
 * The smallest minimum fee whose take share pays Stripe's own fee on it, in minor units, to the nearest one;
 * null where no amount does (money.md, decision 6).
 */
export function leastMinimumMinor(takeRateBp: number): bigint | null {
  const margin = BigInt(takeRateBp - STRIPE_RATE_BP);
  if (margin <= 0n) return null;
  return (STRIPE_FIXED_MINOR * 2n * BigInt(WHOLE_BP) + margin) / (2n * margin);
}

/** The terms as the merchant wants them, at Lode's take rate, or the reason why they cannot be. */
export function termsFrom(input: TermsInput, takeRateBp: number = TAKE_RATE_BP): Terms {
  const terms = { ...input, currency: settledCurrency(input.currency), takeRateBp };
  assertTerms(terms);
  return terms;
}

/** Refuses terms that contradict themselves or could not pay for their own collection. */
export function assertTerms(terms: Terms): void {
  settledCurrency(terms.currency);
  assertTiers(terms.rule);
  if (terms.capMinor !== null && terms.capMinor < terms.minimumMinor) throw termsCapIsBelowMinimum();
  if (terms.rule.model === "fixed" && terms.rule.fixedMinor < terms.minimumMinor) throw termsFeeIsBelowMinimum();
  const least = leastMinimumMinor(terms.takeRateBp);
  if (least === null) throw termsTakeRateIsTooLow();
  if (terms.minimumMinor < least)
    throw termsMinimumIsTooLow({ least: `${least / 100n}.${String(least % 100n).padStart(2, "0")}` });
  const { A, B, C, D } = terms.holdDays;
  if (Math.max(A, B, C, D) > MAX_HOLD_DAYS) throw termsHoldIsTooLong({ max: MAX_HOLD_DAYS });
  if (A > B || B > C || C > D) throw termsHoldsFavourWorseEvidence();
}

function assertTiers(rule: FeeRule): void {
  if (rule.model !== "tiers_by_value" && rule.model !== "tiers_by_count") return;
  const start = rule.model === "tiers_by_value" ? 0n : 1n;
  const rising = rule.tiers.every((tier, i) => i === 0 || tier.from > (rule.tiers[i - 1]?.from ?? 0n));
  if (rule.tiers[0]?.from !== start || !rising) throw termsTiersAreOutOfOrder();
}
