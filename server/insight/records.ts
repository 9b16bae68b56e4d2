import { z } from "zod";
import { OrganisationId } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";

export const RecordQuestion = z.object({ organisationIds: z.array(OrganisationId).max(100) });
export type RecordQuestion = z.infer<typeof RecordQuestion>;

/** What both sides may know of a merchant before they work together (product.md, rule 8), with its sample sizes. */
export type MerchantRecord = {
  organisationId: string;
  decided: number;
  accepted: number;
  medianHoursToDecide: number | null;
  collected: number;
  medianDaysToPay: number | null;
};

/** What both sides may know of a provider before they work together, with its sample sizes. */
export type ProviderRecord = { organisationId: string; decided: number; accepted: number; won: number };

/** The records of merchants, one row for each that has any. */
export function merchantRecords({ organisationIds }: RecordQuestion): Promise<MerchantRecord[]> {
  return db.$queryRaw`
    with decision as (
      select l.merchant_id, a.lead_id is not null as accepted,
        extract(epoch from coalesce(a.at, r.at) - l.handed_over_at) / 3600 as hours
      from lead l left join lead_acceptance a on a.lead_id = l.id left join lead_rejection r on r.lead_id = l.id
      where l.merchant_id = any (${organisationIds}) and coalesce(a.at, r.at) is not null),
    payment as (
      select merchant_id, extract(epoch from collected_at - created_at) / 86400 as days
      from collection where merchant_id = any (${organisationIds}) and collected_at is not null)
    select d.merchant_id as "organisationId", count(*)::int as decided, count(*) filter (where d.accepted)::int as accepted,
      percentile_cont(0.5) within group (order by d.hours)::float8 as "medianHoursToDecide",
      (select count(*)::int from payment p where p.merchant_id = d.merchant_id) as collected,
      (select percentile_cont(0.5) within group (order by p.days)::float8 from payment p where p.merchant_id = d.merchant_id) as "medianDaysToPay"
    from decision d group by d.merchant_id`;
}

/** The records of providers, one row for each that has any. */
export function providerRecords({ organisationIds }: RecordQuestion): Promise<ProviderRecord[]> {
  return db.$queryRaw`
    select l.provider_id as "organisationId", count(*)::int as decided, count(a.lead_id)::int as accepted, count(l.won_at)::int as won
    from lead l left join lead_acceptance a on a.lead_id = l.id left join lead_rejection r on r.lead_id = l.id
    where l.provider_id = any (${organisationIds}) and coalesce(a.at, r.at) is not null
    group by l.provider_id`;
}
