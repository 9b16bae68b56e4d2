import type Stripe from "stripe";
import { fundsOf, move, PENDING_SECONDS } from "./balance-transactions.ts";
import { chargedCard, chargeNamed } from "./charges.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { chargeFee, checkPositive, spoken } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { intentNamed } from "./payment-intent-state.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { asSettled } from "./settlement.ts";
import { later } from "./tasks.ts";
import { newId, type World } from "./world.ts";

const FINISHES_AFTER_MS = 250;
const CREATE = {
  charge: "text",
  payment_intent: "text",
  amount: "integer",
  reason: ["duplicate", "fraudulent", "requested_by_customer"],
  metadata: "metadata",
  instructions_email: "text",
  reverse_transfer: "flag",
  refund_application_fee: "flag",
} as const;

function refundNamed(world: World, id: string): Stripe.Refund {
  const refund = world.store.find("refund", id, world.account);
  if (!refund) throw unknownId("refund", id);
  return refund;
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.Refund {
  const charge = chargeFor(world, params);
  if (params.reverse_transfer || params.refund_application_fee) {
    throw invalid("This charge has no transfer or application fee of its own to reverse.", {
      param: "reverse_transfer",
    });
  }
  const amount = amountOf(world, charge, params.amount);
  const isCard = charge.payment_method_details?.type === "card";
  const short = isShort(world, charge, amount);
  const late = chargedCard(world, charge.id)?.refund === "succeeds_later";
  const refund: Stripe.Refund = {
    id: newId(world.store, isCard ? "re_" : "pyr_"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: world.now,
    currency: charge.currency,
    customer: idOf(charge.customer),
    customer_account: null,
    destination_details: isCard
      ? {
          card: { reference_status: "pending", reference_type: "acquirer_reference_number", type: "refund" },
          type: "card",
        }
      : { type: charge.payment_method_details?.type ?? "card" },
    metadata: withMetadata({}, params.metadata),
    payment_intent: idOf(charge.payment_intent),
    payment_method: charge.payment_method,
    reason: params.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: short || late ? "pending" : "succeeded",
    transfer_reversal: null,
    ...(short
      ? { pending_reason: "insufficient_funds" as const }
      : late
        ? { pending_reason: "processing" as const }
        : {}),
  };
  world.store.add("refund", refund, world.account);
  const booked = short ? refund : book(world, refund, charge);
  const amount_refunded = charge.amount_refunded + amount;
  const after = world.store.save({ ...charge, amount_refunded, refunded: amount_refunded === charge.amount_captured });
  emit(world, "refund.created", booked);
  emit(world, "charge.refunded", after, charge);
  const fate = chargedCard(world, charge.id)?.refund;
  if (fate && !short) later(world, "refund.finish", refund.id, FINISHES_AFTER_MS);
  return booked;
}

/** True when the balance cannot give the money back; what Stripe itself kept of the charge never holds a refund up. */
function isShort(world: World, charge: Stripe.Charge, amount: number): boolean {
  const settled = asSettled(world, charge, amount);
  const { available, pending } = fundsOf(world, world.account, settled.currency);
  return available + pending < settled.amount - chargeFee(asSettled(world, charge, charge.amount_captured).amount);
}

function chargeFor(world: World, params: Parsed<typeof CREATE>): Stripe.Charge {
  if (params.charge) return checkCharge(chargeNamed(world, params.charge, "charge"));
  if (!params.payment_intent) {
    throw invalid("One of the following params should be provided for this request: payment_intent or charge.", {
      code: "parameter_missing",
    });
  }
  const intent = intentNamed(world, params.payment_intent);
  const id = idOf(intent.latest_charge);
  if (!id || !["succeeded", "processing"].includes(intent.status)) {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`);
  }
  return checkCharge(chargeNamed(world, id));
}

function checkCharge(charge: Stripe.Charge): Stripe.Charge {
  if (charge.status === "succeeded" && charge.captured) return charge;
  throw invalid(`Charge ${charge.id} has a status of ${charge.status} and cannot be refunded.`);
}

function amountOf(world: World, charge: Stripe.Charge, wanted: number | undefined): number {
  const { currency } = charge;
  const open = charge.amount_captured - charge.amount_refunded;
  if (open === 0) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, { code: "charge_already_refunded" });
  }
  const locked = world.store
    .list("dispute", { fields: { charge: charge.id } })
    .some((dispute) => !dispute.is_charge_refundable && dispute.status !== "won");
  if (locked) {
    throw invalid(`Charge ${charge.id} has been charged back; cannot issue a refund.`, { code: "charge_disputed" });
  }
  const amount = wanted ?? open;
  checkPositive(amount);
  if (amount > open) {
    const message = `Refund amount (${spoken(amount, currency)}) is greater than unrefunded amount on charge (${spoken(open, currency)})`;
    throw invalid(message, { param: "amount" });
  }
  return amount;
}

function book(world: World, refund: Stripe.Refund, charge: Stripe.Charge): Stripe.Refund {
  const origin = world.store.find("balance_transaction", idOf(charge.balance_transaction) ?? "");
  const settled = asSettled(world, charge, refund.amount);
  const txn = move(world, {
    ...settled,
    amount: -settled.amount,
    type: charge.payment_method_details?.type === "card" ? "refund" : "payment_refund",
    category: "refund",
    source: refund.id,
    // Refunding money that has not become available takes it from what is on its way.
    availableOn: Math.max(world.now, origin?.available_on ?? charge.created + PENDING_SECONDS),
    description: "REFUND FOR CHARGE",
  });
  const { pending_reason: _, ...rest } = refund;
  const waits = chargedCard(world, charge.id)?.refund === "succeeds_later";
  return world.store.save<Stripe.Refund>({
    ...rest,
    balance_transaction: txn.id,
    status: waits ? "pending" : "succeeded",
    ...(waits ? { pending_reason: "processing" } : {}),
  });
}

/** A refund that was on its way arrives, or comes back. */
export function finishRefund(world: World, id: string): void {
  const before = refundNamed(world, id);
  const card = chargedCard(world, idOf(before.charge) ?? "");
  if (card?.refund === "fails_later") failRefund(world, id);
  else if (before.status === "pending" && before.balance_transaction) {
    const { pending_reason: _, ...rest } = before;
    tell(world, world.store.save<Stripe.Refund>({ ...rest, status: "succeeded" }), before);
  }
}

/** The bank could not give the money back: it returns to the platform, and is still owed. */
export function failRefund(world: World, id: string): Stripe.Refund {
  const before = refundNamed(world, id);
  if (before.status === "failed" || before.status === "canceled") return before;
  const settled = asSettled(world, chargeNamed(world, idOf(before.charge) ?? ""), before.amount);
  const returned = before.balance_transaction
    ? move(world, { ...settled, type: "refund_failure", category: "refund_failure", source: id })
    : undefined;
  const after = world.store.save<Stripe.Refund>({
    ...before,
    status: "failed",
    failure_reason: "expired_or_canceled_card",
    ...(returned ? { failure_balance_transaction: returned.id } : {}),
  });
  giveBack(world, before);
  tell(world, after, before);
  emit(world, "refund.failed", after);
  return after;
}

function giveBack(world: World, refund: Stripe.Refund): void {
  const charge = chargeNamed(world, idOf(refund.charge) ?? "");
  world.store.save({ ...charge, amount_refunded: charge.amount_refunded - refund.amount, refunded: false });
}

function tell(world: World, after: Stripe.Refund, before: Stripe.Refund): void {
  emit(world, "refund.updated", after, before);
  emit(world, "charge.refund.updated", after, before);
}

/** Refunds that waited for money go out as soon as there is enough. */
export function retryRefunds(world: World): void {
  const waiting = world.store.list("refund", {
    account: world.account,
    fields: { status: "pending", pending_reason: "insufficient_funds" },
    oldestFirst: true,
  });
  for (const refund of waiting) {
    const charge = chargeNamed(world, idOf(refund.charge) ?? "");
    if (!isShort(world, charge, refund.amount)) tell(world, book(world, refund, charge), refund);
  }
}

function cancel(world: World, id: string): Stripe.Refund {
  const before = refundNamed(world, id);
  if (before.status !== "pending" || before.balance_transaction) {
    throw invalid(`This refund cannot be canceled: its status is ${before.status}.`);
  }
  const after = world.store.save<Stripe.Refund>({ ...before, status: "canceled" });
  giveBack(world, before);
  tell(world, after, before);
  return after;
}

function update(world: World, id: string, metadata: Record<string, string | null> | undefined): Stripe.Refund {
  const before = refundNamed(world, id);
  if (!metadata) throw missing("metadata");
  const after = world.store.save<Stripe.Refund>({ ...before, metadata: withMetadata(before.metadata, metadata) });
  tell(world, after, before);
  return after;
}

const FILTER = { ...LIST, charge: "text", payment_intent: "text", created: "range" } as const;

/** The calls about refunds. */
export const refundRoutes = [
  route("POST /v1/refunds", CREATE, create),
  route("GET /v1/refunds", FILTER, (world, params) =>
    list(world, "refund", "/v1/refunds", params, {
      fields: { charge: params.charge, payment_intent: params.payment_intent },
      created: params.created,
    }),
  ),
  route("GET /v1/refunds/:id", {}, (world, _, id) => refundNamed(world, id)),
  route("POST /v1/refunds/:id", { metadata: "metadata" }, (world, params, id) => update(world, id, params.metadata)),
  route("POST /v1/refunds/:id/cancel", {}, (world, _, id) => cancel(world, id)),
  route("POST /v1/test_helpers/refunds/:id/expire", {}, (world, _, id) => failRefund(world, id)),
];
