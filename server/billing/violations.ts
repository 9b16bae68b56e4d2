import { ledgerViolations } from "#server/ledger/invariants.ts";
import type { Violation } from "#server/ledger/violation.ts";
import { payoutsViolations } from "#server/payouts/payouts-invariants.ts";
import { clock } from "#server/platform/clock.ts";
import { db, type Reader } from "#server/platform/db.ts";

type Finding = { about: string; detail: string };
const named = (rule: string, findings: readonly Finding[]): Violation[] => findings.map((f) => ({ rule, ...f }));

/** A charge without its balance transaction for longer than this asks for a person. */
export const UNSETTLED_HOURS = 24;
/** A parked message, or a transfer without its balance transaction, for longer than this asks for a person. */
export const PARKED_HOURS = 1;

/** Everything that must hold of the money and does not: an empty list is health (money.md, Invariants). */
export async function violations(reader: Reader = db): Promise<Violation[]> {
  const now = await clock.now();
  const found = await Promise.all([
    ledgerViolations(reader),
    payoutsViolations(now, reader),
    billingViolations(now, reader),
  ]);
  return found.flat();
}

async function billingViolations(now: Date, reader: Reader): Promise<Violation[]> {
  const found = await Promise.all([
    named("stripe_balance_equals_mirror", await balanceOff(reader)),
    named("settlement_parts_are_the_whole", await partsOff(reader)),
    named("receivable_equals_open_settlements", await receivablesOff(reader)),
    named("transfers_stay_within_the_charge", await overTransferred(reader)),
    named("charge_settles_in_a_day", await unsettled(reader, now)),
    named("transfer_is_mirrored", await unmirrored(reader, now)),
    named("message_is_read", await unread(reader, now)),
    named("movement_is_explained", await unexplained(reader)),
  ]);
  return found.flat();
}

/** Stripe's balance in the ledger is the sum of its mirrored movements and of the transfers whose movement is still to be told. */
function balanceOff(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    with booked as (
      select currency, sum(debits_minor - credits_minor) as minor from ledger_account where kind = 'stripe_balance' group by currency
    ), mirrored as (
      select currency, sum(net_minor) as minor from balance_transaction group by currency
    ), sent as (
      select currency, sum(amount_minor) as minor from transfer_attempt t where status = 'succeeded'
        and not exists (select 1 from balance_transaction b where b.source_id = t.stripe_transfer_id) group by currency
    )
    select currency as about, 'ledger ' || coalesce(booked.minor, 0) || ' mirror ' || coalesce(mirrored.minor, 0) - coalesce(sent.minor, 0) as detail
    from booked full join mirrored using (currency) full join sent using (currency)
    where coalesce(booked.minor, 0) <> coalesce(mirrored.minor, 0) - coalesce(sent.minor, 0)`;
}

/** A settlement's two parts are its fee, and its earning is the provider's part. */
function partsOff(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select s.id as about, coalesce(e.amount_minor::text, 'no earning') as detail
    from settlement s left join earning e on e.settlement_id = s.id
    where s.platform_minor + s.provider_minor <> s.gross_minor or coalesce(e.amount_minor, 0) <> s.provider_minor
      or e.currency <> s.currency
      or (s.status = 'collected' and e.status in ('contingent', 'void'))
      or (s.status <> 'collected' and e.status not in ('contingent', 'void'))`;
}

/** What a merchant owes in the ledger is what its settlements say it still owes. */
function receivablesOff(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    with owed as (
      select merchant_id as owner, currency, sum(gross_minor) as minor from settlement
      where status not in ('collected', 'void', 'uncollectible') group by 1, 2
    ), booked as (
      select owner_id as owner, currency, debits_minor - credits_minor as minor from ledger_account where kind = 'merchant_receivable'
    )
    select owner || ':' || currency as about, 'settlements ' || coalesce(owed.minor, 0) || ' ledger ' || coalesce(booked.minor, 0) as detail
    from owed full join booked using (owner, currency) where coalesce(owed.minor, 0) <> coalesce(booked.minor, 0)`;
}

/** What was transferred out of a charge never exceeds the providers' parts of it. */
function overTransferred(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select c.id as about, sum(t.amount_minor)::text as detail
    from collection c join settlement s on s.collection_id = c.id join earning e on e.settlement_id = s.id
      join transfer_attempt t on t.earning_id = e.id and t.status = 'succeeded'
    group by c.id, c.amount_minor
    having sum(t.amount_minor) > c.amount_minor or sum(t.amount_minor) > sum(s.provider_minor) or bool_or(c.status <> 'collected')`;
}

function unsettled(reader: Reader, now: Date): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select id as about, stripe_charge_id as detail from collection c
    where collected_at < ${now}::timestamptz - ${UNSETTLED_HOURS}::int * interval '1 hour'
      and not exists (select 1 from balance_transaction b where b.source_id = c.stripe_charge_id)`;
}

function unmirrored(reader: Reader, now: Date): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select id as about, stripe_transfer_id as detail from transfer_attempt t
    where status = 'succeeded' and ended_at < ${now}::timestamptz - ${PARKED_HOURS}::int * interval '1 hour'
      and not exists (select 1 from balance_transaction b where b.source_id = t.stripe_transfer_id)`;
}

function unread(reader: Reader, now: Date): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select event_id as about, type || ' ' || status as detail from stripe_event
    where status in ('received', 'processing', 'failed', 'parked')
      and received_at < ${now}::timestamptz - ${PARKED_HOURS}::int * interval '1 hour'`;
}

function unexplained(reader: Reader): Promise<Finding[]> {
  return reader.$queryRaw<Finding[]>`
    select id as about, type || ' ' || net_minor || ' ' || currency as detail from balance_transaction where cause like 'unk:%'`;
}
