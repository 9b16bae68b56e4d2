import { MAX_MINOR, type Money, money, partOf, splitFee } from "#server/kernel/money.ts";
import type { Day } from "#server/kernel/time.ts";
import type { FeeRule, Grade, Terms, Tier, TierPeriod } from "./terms.ts";

/** What finding a fee needs to know of the terms. */
export type FeeTerms = Pick<Terms, "currency" | "rule" | "minimumMinor" | "capMinor" | "takeRateBp">;

/** A step from the deal's value to the fee, as data for words. Amounts are digits of the minor unit, fit for JSON. */
export type FeeStep =
  | { readonly step: "percent"; readonly baseMinor: string; readonly rateBp: number; readonly feeMinor: string }
  | { readonly step: "fixed"; readonly feeMinor: string }
  | {
      readonly step: "tier";
      readonly by: "value" | "count";
      /** Where the tier begins: a value in minor units, or the number of the deal in the period. */
      readonly from: string;
      /** The number of this deal in the period; tiers by count only. */
      readonly deal?: number;
      readonly baseMinor: string;
      /** Null for a tier with a fixed fee. */
      readonly rateBp: number | null;
      readonly feeMinor: string;
    }
  | { readonly step: "minimum"; readonly feeMinor: string }
  | { readonly step: "cap"; readonly feeMinor: string }
  | { readonly step: "ceiling"; readonly feeMinor: string }
  | {
      readonly step: "split";
      readonly takeRateBp: number;
      readonly platformMinor: string;
      readonly providerMinor: string;
    };

/** A settlement fee: what the merchant pays, its two parts, and every step by which it was found. */
export type Fee = {
  readonly gross: Money;
  readonly platform: Money;
  readonly provider: Money;
  readonly steps: readonly FeeStep[];
};

/**
 * The settlement fee of a deal under terms. `dealsInPeriod` counts the deals confirmed before it in the tiers' period
 * (`tierPeriodStart`); other models do not look at it. A tier applies to the whole value, not only to what is above it.
 */
export function feeOf(terms: FeeTerms, value: Money, { dealsInPeriod = 0 }: { dealsInPeriod?: number } = {}): Fee {
  if (value.currency !== terms.currency) throw new RangeError(`the terms are in ${terms.currency}`);
  if (value.minor < 0n) throw new RangeError("a deal has no negative value");

  const first = ruleStep(terms.rule, value, dealsInPeriod);
  const steps: FeeStep[] = [first];
  let feeMinor = BigInt(first.feeMinor);
  const bind = (step: "minimum" | "cap" | "ceiling", limitMinor: bigint) => {
    feeMinor = limitMinor;
    steps.push({ step, feeMinor: limitMinor.toString() });
  };
  if (feeMinor < terms.minimumMinor) bind("minimum", terms.minimumMinor);
  if (terms.capMinor !== null && feeMinor > terms.capMinor) bind("cap", terms.capMinor);
  // One charge cannot be larger (Stripe takes eight digits), and a settlement is collected by one charge.
  if (feeMinor > MAX_MINOR) bind("ceiling", MAX_MINOR);

  const gross = money(feeMinor, terms.currency);
  const { platform, provider } = splitFee(gross, terms.takeRateBp);
  const { takeRateBp } = terms;
  steps.push({ step: "split", takeRateBp, platformMinor: `${platform.minor}`, providerMinor: `${provider.minor}` });
  return { gross, platform, provider, steps };
}

/** How many days the provider's share is held after its collection, by the grade of the deal's evidence. */
export const holdDaysFor = (terms: Pick<Terms, "holdDays">, grade: Grade): number => terms.holdDays[grade];

/** The first day of the period in which deals are counted together with one won on that day; null for other models. */
export function tierPeriodStart(terms: Pick<Terms, "rule">, wonOn: Day): Day | null {
  return terms.rule.model === "tiers_by_count" ? periodStart(terms.rule.period, wonOn) : null;
}

function periodStart(period: TierPeriod, day: Day): Day {
  const [year = "", month = ""] = day.split("-");
  const first = { month: Number(month), quarter: Number(month) - ((Number(month) - 1) % 3), year: 1 }[period];
  return `${year}-${String(first).padStart(2, "0")}-01` as Day;
}

type RuleStep = Extract<FeeStep, { step: "percent" | "fixed" | "tier" }>;

function ruleStep(rule: FeeRule, value: Money, dealsInPeriod: number): RuleStep {
  const baseMinor = value.minor.toString();
  switch (rule.model) {
    case "percent":
      return { step: "percent", baseMinor, rateBp: rule.rateBp, feeMinor: `${partOf(value, rule.rateBp).minor}` };
    case "fixed":
      return { step: "fixed", feeMinor: rule.fixedMinor.toString() };
    case "tiers_by_value":
      return tierStep(rule.tiers, value.minor, value, { by: "value" });
    case "tiers_by_count":
      return tierStep(rule.tiers, BigInt(dealsInPeriod + 1), value, { by: "count", deal: dealsInPeriod + 1 });
  }
}

function tierStep(
  tiers: readonly Tier[],
  measure: bigint,
  value: Money,
  how: { by: "value" } | { by: "count"; deal: number },
): RuleStep {
  const tier = tiers.findLast(({ from }) => from <= measure);
  if (!tier) throw new RangeError("tiers that do not begin at the beginning");
  const rateBp = "rateBp" in tier.fee ? tier.fee.rateBp : null;
  const fee = "rateBp" in tier.fee ? partOf(value, tier.fee.rateBp).minor : tier.fee.fixedMinor;
  return { step: "tier", ...how, from: `${tier.from}`, baseMinor: `${value.minor}`, rateBp, feeMinor: `${fee}` };
}
