import { db, type Reader } from "#server/platform/db.ts";
import type { AccountKind } from "./account.ts";

/** All accounts of one kind in one currency, summed. */
export type TrialBalanceLine = {
  readonly currency: string;
  readonly kind: AccountKind;
  readonly debitNormal: boolean;
  readonly accounts: number;
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
};

/** Every kind of account with its two sums, per currency: the two columns of a currency are equal or the books are wrong. */
export function trialBalance(reader: Reader = db): Promise<TrialBalanceLine[]> {
  return reader.$queryRaw<TrialBalanceLine[]>`
    select currency, kind, debit_normal as "debitNormal", count(*)::int as accounts,
      sum(debits_minor)::bigint as "debitsMinor", sum(credits_minor)::bigint as "creditsMinor"
    from ledger_account group by currency, kind, debit_normal order by currency, kind`;
}
