import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";

/** Months of which the cost per customer is drawn. */
export const MONTHS = 8;

type Sum = { currency: string; minor: bigint };
type Month = { currency: string; month: string; customers: number; minor: bigint };
type Step = {
  source: string;
  handedOver: number;
  accepted: number;
  contacted: number;
  meeting: number;
  proposal: number;
  won: number;
};

/** What the merchant's home counts: what it paid this month, what a customer cost by month, and how far leads of each source came. */
export async function merchantFigures({ organisationId }: Actor) {
  const now = await clock.now();
  const { timeZone } = await db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { timeZone: true },
  });
  const [paid, months, funnel] = await Promise.all([
    paidThisMonth(organisationId, timeZone, now),
    costByMonth(organisationId, timeZone, now),
    funnelBySource(organisationId),
  ]);
  return { paid, months, funnel, timeZone, now };
}

const paidThisMonth = (merchantId: string, zone: string, now: Date) =>
  db.$queryRaw<Sum[]>`
    select currency, sum(amount_minor)::bigint as minor from collection
    where merchant_id = ${merchantId} and collected_at is not null
      and date_trunc('month', collected_at at time zone ${zone}) = date_trunc('month', ${now}::timestamptz at time zone ${zone})
    group by currency order by minor desc`;

const costByMonth = (merchantId: string, zone: string, now: Date) =>
  db.$queryRaw<Month[]>`
    select s.currency, to_char(c.at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as customers,
      (sum(s.gross_minor) / count(*))::bigint as minor
    from settlement s join deal_confirmation c on c.deal_id = s.deal_id
    where s.merchant_id = ${merchantId} and s.status <> 'void'
      and c.at at time zone ${zone} >= date_trunc('month', ${now}::timestamptz at time zone ${zone}) - ${MONTHS - 1}::int * interval '1 month'
    group by 1, 2 order by 2`;

/** A lead that jumped a stage has passed it: what counts is the furthest one it reached. */
const funnelBySource = (merchantId: string) =>
  db.$queryRaw<Step[]>`
    with reached as (
      select l.source_channel as source, a.lead_id is not null as accepted, l.won_at is not null as won,
        greatest(0, (select max(case m."to" when 'contacted' then 1 when 'meeting' then 2 when 'proposal' then 3
          when 'negotiation' then 4 when 'won' then 5 else 0 end) from stage_move m where m.lead_id = l.id)) as rank
      from lead l left join lead_acceptance a on a.lead_id = l.id
      where l.merchant_id = ${merchantId})
    select source, count(*)::int as "handedOver", count(*) filter (where accepted)::int as accepted,
      count(*) filter (where accepted and rank >= 1)::int as contacted,
      count(*) filter (where accepted and rank >= 2)::int as meeting,
      count(*) filter (where accepted and rank >= 3)::int as proposal,
      count(*) filter (where accepted and rank >= 5)::int as won
    from reached group by source order by count(*) desc limit 4`;
