import { db, type Reader } from "#server/platform/db.ts";
import type { Violation } from "./violation.ts";

/** What must hold of the ledger by itself, and does not. */
export async function ledgerViolations(reader: Reader = db): Promise<Violation[]> {
  const found = await Promise.all([unbalanced(reader), drifted(reader), belowNothing(reader), insolvent(reader)]);
  return found.flat();
}

type Finding = { about: string; detail: string };
const named = (rule: string, findings: readonly Finding[]): Violation[] => findings.map((f) => ({ rule, ...f }));

async function unbalanced(reader: Reader): Promise<Violation[]> {
  const rows = await reader.$queryRaw<Finding[]>`
    select currency as about, (sum(debits_minor) - sum(credits_minor))::text as detail
    from ledger_account group by currency having sum(debits_minor) <> sum(credits_minor)`;
  return named("debits_equal_credits", rows);
}

async function drifted(reader: Reader): Promise<Violation[]> {
  const rows = await reader.$queryRaw<Finding[]>`
    select a.name as about, 'debits ' || (a.debits_minor - coalesce(d.sum, 0)) || ' credits ' || (a.credits_minor - coalesce(c.sum, 0)) as detail
    from ledger_account a
    left join (select debit_account_id as id, sum(amount_minor) from ledger_transfer group by 1) d using (id)
    left join (select credit_account_id as id, sum(amount_minor) from ledger_transfer group by 1) c using (id)
    where a.debits_minor <> coalesce(d.sum, 0) or a.credits_minor <> coalesce(c.sum, 0)`;
  return named("account_sums_equal_transfers", rows);
}

async function belowNothing(reader: Reader): Promise<Violation[]> {
  const rows = await reader.$queryRaw<Finding[]>`
    select name as about, (case when debit_normal then debits_minor - credits_minor else credits_minor - debits_minor end)::text as detail
    from ledger_account
    where guarded and case when debit_normal then credits_minor > debits_minor else debits_minor > credits_minor end`;
  return named("guarded_account_is_not_below_nothing", rows);
}

/**
 * What is owed to providers is there: Stripe's balance, what is on its way into it, what chargebacks withdrew, and what the
 * platform bore itself (fees, losses) and has not topped up. Contingent shares never count: nothing was charged for them.
 */
async function insolvent(reader: Reader): Promise<Violation[]> {
  const rows = await solvency(reader);
  return named(
    "solvent",
    rows
      .filter((row) => row.spareMinor < 0n)
      .map((row) => ({ about: row.currency, detail: row.spareMinor.toString() })),
  );
}

/** Per currency, by how much what is there exceeds what is owed to providers; below nothing, payouts pause. */
export function solvency(reader: Reader = db): Promise<{ currency: string; spareMinor: bigint }[]> {
  return reader.$queryRaw<{ currency: string; spareMinor: bigint }[]>`
    with pot as (
      select currency, kind, sum(debits_minor - credits_minor) as debit, sum(credits_minor) as credits
      from ledger_account group by currency, kind
    ), side as (
      select currency,
        coalesce(sum(debit) filter (where kind in ('stripe_balance', 'stripe_unsettled', 'dispute_suspense')), 0) as there,
        coalesce(sum(debit) filter (where kind in ('processing_fees', 'dispute_fees', 'payout_fees', 'bad_debt')), 0) as bore,
        coalesce(sum(credits) filter (where kind = 'bank'), 0) as topped_up,
        -coalesce(sum(debit) filter (where kind in ('provider_payable.held', 'provider_payable.released',
          'provider_payable.in_transfer', 'provider_payable.disputed')), 0) as owed
      from pot group by currency
    )
    select currency, (there + greatest(bore - topped_up, 0) - owed)::bigint as "spareMinor" from side order by currency`;
}

/** Whether a currency's books balance and hold what is owed to providers: otherwise nothing is paid out of it. */
export async function soundIn(reader: Reader, currency: string): Promise<boolean> {
  const spare = await solvency(reader);
  const sides = await unbalanced(reader);
  return !sides.some((v) => v.about === currency) && spare.every((s) => s.currency !== currency || s.spareMinor >= 0n);
}
