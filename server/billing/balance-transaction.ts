import { z } from "zod";
import { job } from "#server/kernel/job.ts";
import { type Money, money } from "#server/kernel/money.ts";
import { common } from "#server/ledger/account.ts";
import type { Transfer } from "#server/ledger/transfer.ts";

const StripeId = z.string().max(255);
export const mirrorCharge = job("billing.mirror-charge", z.object({ stripeChargeId: StripeId }));
export const mirrorTransfer = job("billing.mirror-transfer", z.object({ stripeTransferId: StripeId }));
export const mirrorRecent = job("billing.mirror-recent", z.object({}));

/** A movement on the platform's balance at Stripe. */
export type Movement = {
  readonly id: string;
  readonly type: string;
  readonly reportingCategory: string;
  readonly sourceId: string | null;
  readonly amount: Money;
  readonly fee: Money;
  readonly net: Money;
  readonly createdAt: Date;
  readonly availableOn: Date;
};

/** The cause under which a movement is booked, and its legs. */
export type Booking = { readonly cause: string; readonly legs: readonly Transfer[] };

type Pot = "bank" | "bank_in_transit" | "processing_fees" | "unmatched_stripe" | "stripe_unsettled";

/** `bt:` a charge's movement: what Stripe owes is there, less its fee. */
export function chargeBooking({ id, net, fee }: Movement): Booking {
  const cause = `bt:${id}`;
  const { currency } = net;
  const from = common("stripe_unsettled", currency);
  const feeLeg = { debit: common("processing_fees", currency), credit: from, amount: fee, cause: `${cause}:fee` };
  return { cause, legs: [...against("stripe_unsettled", net, cause), ...(fee.minor > 0n ? [feeLeg] : [])] };
}

/** What books a movement that no charge or transfer explains: the platform's bank, Stripe's own fees, or a person is asked. */
export function otherBooking(movement: Movement): Booking {
  const { id, type, sourceId, net } = movement;
  switch (type) {
    case "payout":
      return booked(`po:${sourceId}:in_transit`, "bank_in_transit", net);
    case "payout_failure":
    case "payout_cancel":
      return booked(`po:${sourceId}:failed`, "bank_in_transit", net);
    case "topup":
      return booked(`topup:${sourceId}`, "bank", net);
    case "stripe_fee":
      return booked(`fee:${id}`, "processing_fees", net);
    default:
      return booked(`unk:${id}`, "unmatched_stripe", net);
  }
}

const booked = (cause: string, pot: Pot, net: Money): Booking => ({ cause, legs: against(pot, net, cause) });

/** What comes in is debited to Stripe's balance, what goes out is credited. */
function against(pot: Pot, net: Money, cause: string): Transfer[] {
  const [balance, other] = [common("stripe_balance", net.currency), common(pot, net.currency)];
  if (net.minor === 0n) return [];
  if (net.minor > 0n) return [{ debit: balance, credit: other, amount: net, cause }];
  return [{ debit: other, credit: balance, amount: money(-net.minor, net.currency), cause }];
}
