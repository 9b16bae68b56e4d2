import { z } from "zod";
import { moneyOf } from "#server/kernel/money.ts";
import { FEE_BASES, FeeRule, type Terms, TIER_PERIODS, type Tier } from "./terms.ts";

/** The columns in which a terms version keeps its terms. */
export type TermsColumns = {
  currency: string;
  feeModel: FeeRule["model"];
  rateBp: number | null;
  fixedMinor: bigint | null;
  tierPeriod: string | null;
  minimumMinor: bigint;
  capMinor: bigint | null;
  feeBase: string;
  deductions: string;
  repeatMonths: number;
  takeRateBp: number;
  reviewBusinessDays: number;
  returnBusinessDays: number;
  answerDays: number;
  holdDaysA: number;
  holdDaysB: number;
  holdDaysC: number;
  holdDaysD: number;
  protectionDays: number;
  tailDays: number;
  reportEveryDays: number;
};

/** A tier as JSON keeps it: amounts as digits, because JSON has no integers of that size. */
type KeptTier = { from: string; rateBp: number } | { from: string; fixedMinor: string };
const Digits = z.string().regex(/^\d+$/).transform(BigInt);
const KeptTiers = z.array(
  z
    .object({ from: Digits, rateBp: z.number().optional(), fixedMinor: Digits.optional() })
    .transform(({ from, rateBp, fixedMinor }) => ({ from, fee: rateBp === undefined ? { fixedMinor } : { rateBp } })),
);

/** Terms as the database keeps them. */
export function columnsOf(terms: Terms): TermsColumns & { tiers: KeptTier[] } {
  const { rule, holdDays, ...rest } = terms;
  return {
    ...rest,
    feeModel: rule.model,
    rateBp: rule.model === "percent" ? rule.rateBp : null,
    fixedMinor: rule.model === "fixed" ? rule.fixedMinor : null,
    tierPeriod: rule.model === "tiers_by_count" ? rule.period : null,
    tiers: "tiers" in rule ? rule.tiers.map(keptTier) : [],
    holdDaysA: holdDays.A,
    holdDaysB: holdDays.B,
    holdDaysC: holdDays.C,
    holdDaysD: holdDays.D,
  };
}

/** What of a terms version's row its two sides may see. */
export const TERMS_SELECT = {
  id: true,
  version: true,
  status: true,
  activatedAt: true,
  text: true,
  textHash: true,
  currency: true,
  feeModel: true,
  rateBp: true,
  fixedMinor: true,
  tiers: true,
  tierPeriod: true,
  minimumMinor: true,
  capMinor: true,
  feeBase: true,
  deductions: true,
  repeatMonths: true,
  takeRateBp: true,
  reviewBusinessDays: true,
  returnBusinessDays: true,
  answerDays: true,
  holdDaysA: true,
  holdDaysB: true,
  holdDaysC: true,
  holdDaysD: true,
  protectionDays: true,
  tailDays: true,
  reportEveryDays: true,
} as const;

/** A terms version: the terms as data, and the text that is signed once it is in force. */
export type TermsVersion = {
  readonly id: string;
  readonly version: number;
  readonly status: "draft" | "active" | "superseded";
  readonly activatedAt: Date | null;
  readonly text: string | null;
  readonly textHash: string | null;
  readonly terms: Terms;
};

/** A terms version out of its row. */
export function termsVersionOf(
  row: TermsColumns & Omit<TermsVersion, "terms"> & { readonly tiers: unknown },
): TermsVersion {
  const { id, version, status, activatedAt, text, textHash } = row;
  return { id, version, status, activatedAt, text, textHash, terms: termsOf(row) };
}

/** Terms out of the row of a terms version. A row that does not read as terms is a bug. */
export function termsOf(row: TermsColumns & { tiers: unknown }): Terms {
  return {
    currency: moneyOf(row.minimumMinor, row.currency).currency,
    rule: FeeRule.parse({
      model: row.feeModel,
      rateBp: row.rateBp ?? undefined,
      fixedMinor: row.fixedMinor ?? undefined,
      period: z.enum(TIER_PERIODS).nullable().parse(row.tierPeriod) ?? undefined,
      tiers: KeptTiers.parse(row.tiers),
    }),
    minimumMinor: row.minimumMinor,
    capMinor: row.capMinor,
    feeBase: z.enum(FEE_BASES).parse(row.feeBase),
    deductions: row.deductions,
    repeatMonths: row.repeatMonths,
    takeRateBp: row.takeRateBp,
    reviewBusinessDays: row.reviewBusinessDays,
    returnBusinessDays: row.returnBusinessDays,
    answerDays: row.answerDays,
    holdDays: { A: row.holdDaysA, B: row.holdDaysB, C: row.holdDaysC, D: row.holdDaysD },
    protectionDays: row.protectionDays,
    tailDays: row.tailDays,
    reportEveryDays: row.reportEveryDays,
  };
}

const keptTier = ({ from, fee }: Tier): KeptTier => ({
  from: from.toString(),
  ...("rateBp" in fee ? { rateBp: fee.rateBp } : { fixedMinor: fee.fixedMinor.toString() }),
});
