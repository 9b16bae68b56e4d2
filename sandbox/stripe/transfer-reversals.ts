import type Stripe from "stripe";
import { fundsOf, move, moveFor } from "./balance-transactions.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { checkPositive, spoken } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { later } from "./tasks.ts";
import { transferNamed } from "./transfers.ts";
import { as, newId, type World } from "./world.ts";

/** A refund that waited for this money goes out so much later. */
const RETRIES_AFTER_MS = 250;
const REVERSE = {
  amount: "integer",
  metadata: "metadata",
  description: "text",
  refund_application_fee: "flag",
} as const;

function reverse(world: World, params: Parsed<typeof REVERSE>, id: string): Stripe.TransferReversal {
  const before = transferNamed(world, id);
  const { currency } = before;
  const account = idOf(before.destination) ?? "";
  const open = before.amount - before.amount_reversed;
  const amount = params.amount ?? open;
  if (open > 0) checkPositive(amount);
  if (amount > open || open === 0) {
    throw invalid(
      `Amount ${spoken(amount, currency)} is greater than unreversed amount on transfer (${spoken(open, currency)})`,
      { param: "amount" },
    );
  }
  const funds = fundsOf(world, account, currency);
  if (funds.available + funds.pending < amount) {
    throw invalid(
      `Insufficient funds in Stripe account ${account} to reverse ${spoken(amount, currency)} of this transfer.`,
      {
        code: "balance_insufficient",
      },
    );
  }
  const reversal = bookReversal(world, before, amount, params);
  const after = world.store.save<Stripe.Transfer>({
    ...before,
    amount_reversed: before.amount_reversed + amount,
    reversed: before.amount_reversed + amount === before.amount,
  });
  emit(world, "transfer.updated", after, before);
  emit(world, "transfer.reversed", after, before);
  return reversal;
}

function bookReversal(world: World, transfer: Stripe.Transfer, amount: number, params: Parsed<typeof REVERSE>) {
  const { currency } = transfer;
  const id = newId(world.store, "trr_");
  const origin = world.store.find("balance_transaction", idOf(transfer.balance_transaction) ?? "");
  const availableOn = Math.max(world.now, origin?.available_on ?? world.now);
  const txn = move(world, {
    amount,
    currency,
    type: "transfer_refund",
    category: "transfer_reversal",
    source: id,
    availableOn,
  });
  later(world, "refund.retry", world.account, RETRIES_AFTER_MS);
  const account = idOf(transfer.destination) ?? "";
  const payment = world.store.find("charge", idOf(transfer.destination_payment) ?? "");
  const refund = payment ? refundArrived(world, account, payment, amount, id, availableOn) : null;
  const reversal: Stripe.TransferReversal = {
    id,
    object: "transfer_reversal",
    amount,
    balance_transaction: txn.id,
    created: world.now,
    currency,
    destination_payment_refund: refund,
    metadata: withMetadata({}, params.metadata),
    source_refund: null,
    transfer: transfer.id,
  };
  return world.store.add("transfer_reversal", reversal, world.account);
}

/** On the account's side a reversal is a refund of the payment that arrived. */
function refundArrived(
  world: World,
  account: string,
  payment: Stripe.Charge,
  amount: number,
  reversal: string,
  availableOn: number,
): string {
  const id = newId(world.store, "pyr_");
  const { currency } = payment;
  const txn = moveFor(world, account, {
    amount: -amount,
    currency,
    type: "payment_refund",
    category: "transfer_reversal",
    source: id,
    availableOn,
  });
  world.store.add(
    "refund",
    {
      id,
      object: "refund",
      amount,
      balance_transaction: txn.id,
      charge: payment.id,
      created: world.now,
      currency,
      customer: null,
      customer_account: null,
      metadata: {},
      payment_intent: null,
      payment_method: null,
      reason: null,
      receipt_number: null,
      source_transfer_reversal: reversal,
      status: "succeeded",
      transfer_reversal: null,
    },
    account,
  );
  const amount_refunded = payment.amount_refunded + amount;
  const after = world.store.save({ ...payment, amount_refunded, refunded: amount_refunded === payment.amount });
  emit(as(world, account), "charge.refunded", after, payment);
  return id;
}

/** The calls about taking a transfer back. */
export const transferReversalRoutes = [
  route("POST /v1/transfers/:id/reversals", REVERSE, reverse),
  route("GET /v1/transfers/:id/reversals", LIST, (world, params, id) =>
    list(world, "transfer_reversal", `/v1/transfers/${id}/reversals`, params, {
      fields: { transfer: transferNamed(world, id).id },
    }),
  ),
  route("GET /v1/transfers/:id/reversals/:reversal", {}, (world, _, id, sub) => {
    const reversal = world.store.find("transfer_reversal", sub, world.account);
    if (!reversal || reversal.transfer !== id) throw unknownId("transfer reversal", sub);
    return reversal;
  }),
];
