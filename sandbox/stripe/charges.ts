import type Stripe from "stripe";
import { move, PENDING_SECONDS } from "./balance-transactions.ts";
import type { Decline } from "./cards.ts";
import { methodFace } from "./charge-faces.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { chargeFee } from "./money.ts";
import { withMetadata } from "./params.ts";
import { cardOf } from "./payment-methods.ts";
import { unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { inSettlement } from "./settlement.ts";
import { later } from "./tasks.ts";
import { newId, type World } from "./world.ts";

/** How long a balance transaction takes to appear after its charge. */
const SETTLES_AFTER_MS = 250;

const APPROVED: Stripe.Charge.Outcome = {
  advice_code: null,
  network_advice_code: null,
  network_decline_code: null,
  network_status: "approved_by_network",
  reason: null,
  risk_level: "normal",
  risk_score: 20,
  seller_message: "Payment complete.",
  type: "authorized",
};

/** How an attempt to charge ended. */
type Ending = { status: "succeeded" | "pending" | "authorized" } | { status: "failed"; why: Decline };

/** Writes down one attempt to charge a method for a payment intent. */
export function makeCharge(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  ending: Ending,
): Stripe.Charge {
  const failed = ending.status === "failed" ? ending.why : undefined;
  const captured = ending.status === "succeeded" || ending.status === "pending";
  const charge: Stripe.Charge = {
    id: newId(world.store, method.type === "card" ? "ch_" : "py_"),
    object: "charge",
    amount: intent.amount,
    amount_captured: captured ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: method.billing_details,
    calculated_statement_descriptor: "LODE",
    captured,
    created: world.now,
    currency: intent.currency,
    customer: idOf(intent.customer),
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failed?.code ?? null,
    failure_message: failed?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: failed ? refusedOutcome(failed) : APPROVED,
    paid: ending.status === "succeeded" || ending.status === "authorized",
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: methodFace(method, intent),
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: failed ? null : `${world.url}/receipts/${intent.id}`,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: null,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status: failed ? "failed" : ending.status === "pending" ? "pending" : "succeeded",
    transfer_data: null,
    transfer_group: failed ? intent.transfer_group : (intent.transfer_group ?? `group_${intent.id}`),
  };
  world.store.add("charge", charge, world.account, { card: cardOf(world, method)?.number ?? null });
  if (ending.status === "succeeded") settleLater(world, charge);
  return charge;
}

function refusedOutcome(why: Decline): Stripe.Charge.Outcome {
  return {
    advice_code: why.advice,
    network_advice_code: why.blocked ? null : why.advice === "do_not_try_again" ? "03" : "02",
    network_decline_code: why.blocked ? null : why.declineCode === "insufficient_funds" ? "51" : "05",
    network_status: why.blocked ? "not_sent_to_network" : "declined_by_network",
    reason: why.blocked ? "highest_risk_level" : why.declineCode,
    risk_level: why.blocked ? "highest" : "normal",
    risk_score: why.blocked ? 92 : 20,
    seller_message: why.blocked
      ? "Stripe blocked this payment as too risky."
      : "The bank did not return any further details with this decline.",
    type: why.blocked ? "blocked" : "issuer_declined",
  };
}

/** A charge's money is booked a moment later; a disputed test card brings its dispute after that. */
export function settleLater(world: World, charge: Stripe.Charge): void {
  later(world, "charge.settle", charge.id, SETTLES_AFTER_MS);
}

/** Books the money of a charge: its balance transaction appears, and `charge.updated` tells so. */
export function settleCharge(world: World, id: string): void {
  const before = world.store.find("charge", id, world.account);
  if (!before || before.balance_transaction) return;
  const card = chargedCard(world, id);
  const settled = inSettlement(world, before.amount_captured, before.currency);
  const txn = move(world, {
    ...settled,
    fee: chargeFee(settled.amount),
    type: before.payment_method_details?.type === "card" ? "charge" : "payment",
    category: "charge",
    source: id,
    description: before.description,
    availableOn: card?.availableAtOnce ? world.now : world.now + PENDING_SECONDS,
  });
  const after = world.store.save({ ...before, balance_transaction: txn.id });
  emit(world, "charge.updated", after, before);
  if (card?.dispute) later(world, "dispute.open", id, SETTLES_AFTER_MS);
}

/** The test card that a charge was made with. */
export function chargedCard(world: World, charge: string) {
  const method = world.store.find("charge", charge)?.payment_method;
  const kept = method ? world.store.find("payment_method", method) : undefined;
  return kept ? cardOf(world, kept) : undefined;
}

/** The charge with this id. */
export function chargeNamed(world: World, id: string, param = "id"): Stripe.Charge {
  const charge = world.store.find("charge", id, world.account);
  if (!charge) throw unknownId("charge", id, param);
  return charge;
}

const FILTER = { ...LIST, created: "range", customer: "text", payment_intent: "text", transfer_group: "text" } as const;
const UPDATE = {
  metadata: "metadata",
  description: "text?",
  receipt_email: "text",
  transfer_group: "text",
  fraud_details: { user_report: ["fraudulent", "safe"] },
} as const;

/** The calls about charges. */
export const chargeRoutes = [
  route("GET /v1/charges", FILTER, (world, params) =>
    list(world, "charge", "/v1/charges", params, {
      fields: {
        customer: params.customer,
        payment_intent: params.payment_intent,
        transfer_group: params.transfer_group,
      },
      created: params.created,
    }),
  ),
  route("GET /v1/charges/:id", {}, (world, _, id) => chargeNamed(world, id)),
  route("POST /v1/charges/:id", UPDATE, (world, params, id) => {
    const before = chargeNamed(world, id);
    const after = world.store.save<Stripe.Charge>({
      ...before,
      metadata: withMetadata(before.metadata, params.metadata),
      description: params.description === undefined ? before.description : params.description,
      receipt_email: params.receipt_email ?? before.receipt_email,
      transfer_group: params.transfer_group ?? before.transfer_group,
      fraud_details: params.fraud_details?.user_report
        ? { ...before.fraud_details, user_report: params.fraud_details.user_report }
        : before.fraud_details,
    });
    emit(world, "charge.updated", after, before);
    return after;
  }),
];
