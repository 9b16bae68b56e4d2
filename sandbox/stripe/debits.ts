import type Stripe from "stripe";
import { move } from "./balance-transactions.ts";
import { chargeNamed, settleLater } from "./charges.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { intentNamed } from "./payment-intent-state.ts";
import { docUrl, invalid } from "./refusal.ts";
import { asSettled } from "./settlement.ts";
import type { World } from "./world.ts";

const REFUSED = {
  type: "card_error" as const,
  code: "debit_not_authorized",
  message: "The customer has notified their bank that this payment was unauthorized.",
};

/** The bank has answered a debit: the money came. */
export function finishDebit(world: World, intentId: string): void {
  const before = intentNamed(world, intentId);
  if (before.status !== "processing") return;
  const pending = chargeNamed(world, idOf(before.latest_charge) ?? "");
  const charge = world.store.save<Stripe.Charge>({ ...pending, status: "succeeded", paid: true });
  settleLater(world, charge);
  const after = world.store.save<Stripe.PaymentIntent>({
    ...before,
    status: "succeeded",
    amount_received: before.amount,
  });
  emit(world, "charge.succeeded", charge);
  emit(world, "payment_intent.succeeded", after);
}

/** A payment comes undone: a debit that is refused while it is processing, or a charge that had already succeeded. */
export function failLate(world: World, chargeId: string): Stripe.Charge {
  const before = chargeNamed(world, chargeId);
  if (before.status === "failed") throw invalid(`Charge ${chargeId} has already failed.`);
  const settled = asSettled(world, before, before.amount_captured - before.amount_refunded);
  const booked = before.balance_transaction
    ? move(world, {
        ...settled,
        amount: -settled.amount,
        type: "payment_failure_refund",
        category: "charge_failure",
        source: chargeId,
      })
    : undefined;
  const charge = world.store.save<Stripe.Charge>({
    ...before,
    status: "failed",
    paid: false,
    captured: false,
    failure_code: REFUSED.code,
    failure_message: REFUSED.message,
    failure_balance_transaction: booked?.id ?? null,
  });
  const intentId = idOf(before.payment_intent);
  if (intentId) failIntent(world, intentNamed(world, intentId), chargeId);
  emit(world, "charge.failed", charge);
  return charge;
}

function failIntent(world: World, before: Stripe.PaymentIntent, charge: string): void {
  const after = world.store.save<Stripe.PaymentIntent>({
    ...before,
    status: "requires_payment_method",
    amount_received: 0,
    payment_method: null,
    last_payment_error: {
      ...REFUSED,
      code: "payment_intent_payment_attempt_failed",
      doc_url: docUrl("payment_intent_payment_attempt_failed"),
      charge,
    },
  });
  emit(world, "payment_intent.payment_failed", after);
}
