import { money } from "#server/kernel/money.ts";
import { owned } from "#server/ledger/account.ts";
import type { Transfer } from "#server/ledger/transfer.ts";
import { currencyOf } from "./payout.ts";

/** A try to transfer one earning, with everything that Stripe is asked. */
export type TransferTry = {
  readonly id: string;
  readonly earningId: string;
  readonly payoutId: string;
  readonly providerId: string;
  readonly settlementId: string;
  readonly stripeAccountId: string;
  readonly stripeChargeId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
};

/** Refusals after which Stripe may say yes later, without anybody doing anything. */
const WAITS_FOR_FUNDS = new Set(["balance_insufficient"]);
/** Refusals because of the account at the other end. */
const ACCOUNT_CODES = new Set([
  "account_invalid",
  "account_closed",
  "insufficient_capabilities_for_transfer",
  "transfers_not_allowed",
  "resource_missing",
]);

/** What stands against an earning after Stripe refused its transfer; null when only funds are waited for. */
export const blockAfter = (code: string): "account" | "stripe" | null =>
  WAITS_FOR_FUNDS.has(code) ? null : ACCOUNT_CODES.has(code) ? "account" : "stripe";

type Sent = Pick<TransferTry, "id" | "providerId" | "amountMinor" | "currency">;

/** `trs:` the attempt starts: what was released is on its way. */
export const startLeg = (attempt: Sent): Transfer => legOf(attempt, "released", "in_transfer", `trs:${attempt.id}`);
/** `trx:` Stripe refused: it is released again. */
export const refusedLeg = (attempt: Sent): Transfer => legOf(attempt, "in_transfer", "released", `trx:${attempt.id}`);

function legOf(
  attempt: Sent,
  from: "released" | "in_transfer",
  to: "released" | "in_transfer",
  cause: string,
): Transfer {
  const currency = currencyOf(attempt.currency);
  return {
    debit: owned(`provider_payable.${from}`, attempt.providerId, currency),
    credit: owned(`provider_payable.${to}`, attempt.providerId, currency),
    amount: money(attempt.amountMinor, currency),
    cause,
  };
}
