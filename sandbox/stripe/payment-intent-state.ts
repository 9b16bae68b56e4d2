import type Stripe from "stripe";
import { invalid, type Refusal, unknownId } from "./refusal.ts";
import type { World } from "./world.ts";

/** The payment intent with this id. */
export function intentNamed(world: World, id: string): Stripe.PaymentIntent {
  const intent = world.store.find("payment_intent", id, world.account);
  if (!intent) throw unknownId("payment_intent", id);
  return intent;
}

const ALLOWED: Record<string, string> = {
  confirm: "confirmed: requires_confirmation, requires_action",
  cancel: "canceled: requires_payment_method, requires_capture, requires_confirmation, requires_action, processing",
  capture: "captured: requires_capture",
  update: "updated: requires_payment_method, requires_confirmation, requires_action",
};

/** The intent's state does not allow what was asked; the intent itself comes with the answer. */
export function unexpectedState(
  intent: Stripe.PaymentIntent,
  verb: "confirm" | "cancel" | "capture" | "update",
): Refusal {
  const message =
    verb === "confirm" && intent.status === "succeeded"
      ? "You cannot confirm this PaymentIntent because it has already succeeded after being previously confirmed."
      : `You cannot ${verb} this PaymentIntent because it has a status of ${intent.status}. Only a PaymentIntent with one of the following statuses may be ${ALLOWED[verb]}.`;
  return invalid(message, { code: "payment_intent_unexpected_state", payment_intent: intent });
}
