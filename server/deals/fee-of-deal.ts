import { moneyOf } from "#server/kernel/money.ts";
import type { Day } from "#server/kernel/time.ts";
import type { LockedLead } from "#server/leads/lock-lead.ts";
import type { Reader, Tx } from "#server/platform/db.ts";
import { type Fee, feeOf, tierPeriodStart } from "#server/programs/fee.ts";
import type { Terms } from "#server/programs/terms.ts";
import { termsOf } from "#server/programs/terms-row.ts";

type Won = { readonly valueMinor: bigint; readonly currency: string; readonly wonOn: string };

/** The fee of a win under the terms its lead was handed over under. Tiers by count wait for each other, so that two deals are not both the tenth. */
export async function feeOfDeal(tx: Tx, lead: LockedLead, won: Won): Promise<Fee> {
  const terms = termsOf(lead.terms);
  if (terms.rule.model === "tiers_by_count")
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${lead.enrolmentId}, 0))`;
  const dealsInPeriod = await countInPeriod(tx, lead.enrolmentId, terms, won.wonOn as Day);
  return feeOf(terms, moneyOf(won.valueMinor, won.currency), { dealsInPeriod });
}

/** Confirmed deals of an enrolment in the period of a day, as far as the terms count them. */
export async function countInPeriod(reader: Reader, enrolmentId: string, terms: Terms, wonOn: Day): Promise<number> {
  const start = tierPeriodStart(terms, wonOn);
  if (!start) return 0;
  const counted = await reader.deal.findMany({
    where: { lead: { enrolmentId }, status: { in: ["confirmed", "amended"] }, wonOn: { gte: start } },
    select: { wonOn: true },
  });
  return counted.filter((deal) => tierPeriodStart(terms, deal.wonOn as Day) === start).length;
}
