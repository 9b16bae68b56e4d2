import type { Violation } from "#server/ledger/violation.ts";
import { db, type Reader } from "#server/platform/db.ts";

type Finding = { about: string; detail: string };
const named = (rule: string, findings: readonly Finding[]): Violation[] => findings.map((f) => ({ rule, ...f }));

/** A transfer that is under way for longer than this asks for a person. */
export const IN_TRANSFER_HOURS = 1;

/** What must hold between earnings, payouts and the ledger, and does not. */
export async function payoutsViolations(now: Date, reader: Reader = db): Promise<Violation[]> {
  const found = await Promise.all([
    named("transferred_was_approved_by_another", await unapproved(reader)),
    named("transferred_once_at_most", await transferredTwice(reader)),
    named("earnings_equal_payables", await payablesOff(reader)),
    named("in_transfer_is_short", await stuck(reader, now)),
  ]);
  return found.flat();
}

/** Everything that was sent had enough approvals of exactly it, by others than its maker. */
function unapproved(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select t.id as about, p.id as detail from transfer_attempt t join payout p on p.id = t.payout_id
    where t.status <> 'refused' and (p.released_by_id is null or p.released_by_id = p.maker_id or not exists (
      select 1 from payout_approval a
      where a.payout_id = p.id and a.dropped_at is null and a.hash = p.hash and a.user_id <> p.maker_id))`;
}

function transferredTwice(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select e.id as about, count(*)::text as detail from earning e join transfer_attempt t on t.earning_id = e.id
    where t.status = 'succeeded' group by e.id, e.amount_minor having count(*) > 1 or sum(t.amount_minor) > e.amount_minor`;
}

/** Each provider's pots hold exactly what its earnings in the matching states sum to. */
function payablesOff(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    with owed as (
      select provider_id as owner, currency, sum(amount_minor) as minor, case
        when status = 'contingent' then 'provider_payable.contingent'
        when status in ('held', 'in_review', 'frozen') then 'provider_payable.held'
        when status = 'approved' then 'provider_payable.released'
        when status = 'transferring' then 'provider_payable.in_transfer' end as kind
      from earning where status in ('contingent', 'held', 'in_review', 'frozen', 'approved', 'transferring') group by 1, 2, 4
    ), booked as (
      select owner_id as owner, currency, credits_minor - debits_minor as minor, kind from ledger_account
      where kind in ('provider_payable.contingent', 'provider_payable.held', 'provider_payable.released', 'provider_payable.in_transfer')
    )
    select kind || ':' || owner || ':' || currency as about,
      'earnings ' || coalesce(owed.minor, 0) || ' ledger ' || coalesce(booked.minor, 0) as detail
    from owed full join booked using (owner, currency, kind)
    where coalesce(owed.minor, 0) <> coalesce(booked.minor, 0)`;
}

function stuck(reader: Reader, now: Date): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select id as about, earning_id as detail from transfer_attempt
    where status = 'started' and started_at < ${now}::timestamptz - ${IN_TRANSFER_HOURS}::int * interval '1 hour'`;
}
