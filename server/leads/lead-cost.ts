import { type Currency, money } from "#server/kernel/money.ts";
import { feeOf } from "#server/programs/fee.ts";
import type { FeeBase, FeeRule, Terms } from "#server/programs/terms.ts";

/** What a lead may cost its merchant: nothing now, nothing if lost, and between two fees if won. */
export type LeadCost = {
  readonly currency: Currency;
  /** The least fee of a won deal. */
  readonly fromMinor: bigint;
  /** The most a won deal can cost; null where only the deal's value bounds it. */
  readonly toMinor: bigint | null;
  /** By which rule: the words of *how it is found*. */
  readonly rule: FeeRule;
  readonly feeBase: FeeBase;
  readonly minimumMinor: bigint;
  readonly capMinor: bigint | null;
};

/** The range of the settlement fee under a lead's terms. */
export function leadCost(terms: Terms): LeadCost {
  const { currency, rule, feeBase, minimumMinor, capMinor } = terms;
  const { gross } = feeOf(terms, money(1n, currency));
  return {
    currency,
    fromMinor: least(terms, gross.minor),
    toMinor: most(terms),
    rule,
    feeBase,
    minimumMinor,
    capMinor,
  };
}

/** Tiers by count may grow cheaper with each deal, so the least fee is not always the first one. */
function least({ rule, minimumMinor }: Terms, first: bigint): bigint {
  return rule.model === "tiers_by_count" ? minimumMinor : first;
}

function most({ rule, capMinor }: Terms): bigint | null {
  if (rule.model === "fixed") return capMinor !== null && capMinor < rule.fixedMinor ? capMinor : rule.fixedMinor;
  if (!("tiers" in rule)) return capMinor;
  const fixed = rule.tiers.flatMap(({ fee }) => ("fixedMinor" in fee ? [fee.fixedMinor] : []));
  const isFixed = fixed.length === rule.tiers.length;
  const highest = isFixed ? (fixed.toSorted((a, b) => (a < b ? -1 : 1)).at(-1) ?? null) : null;
  return highest !== null && (capMinor === null || highest < capMinor) ? highest : capMinor;
}
