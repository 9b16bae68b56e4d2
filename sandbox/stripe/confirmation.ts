import type Stripe from "stripe";
import { DECLINES, type Decline } from "./cards.ts";
import { makeCharge } from "./charges.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { makeMandate } from "./mandates.ts";
import { unexpectedState } from "./payment-intent-state.ts";
import { attach, cardOf, methodNamed, nextFate, spentMethod } from "./payment-methods.ts";
import { docUrl, invalid, Refusal } from "./refusal.ts";
import { later } from "./tasks.ts";
import type { World } from "./world.ts";

const DEBIT_TAKES_MS = 4 * 86_400_000;

/** The parameters of a confirmation. */
export const CONFIRM = {
  payment_method: "text",
  off_session: "flag",
  error_on_requires_action: "flag",
  return_url: "text",
  mandate: "text",
  mandate_data: "any",
  use_stripe_sdk: "flag",
  receipt_email: "text?",
  setup_future_usage: ["off_session", "on_session"],
  payment_method_options: "any",
} as const;

/** How a payment intent is to be confirmed. */
export interface Confirmation {
  readonly payment_method?: string;
  readonly off_session?: boolean;
  readonly error_on_requires_action?: boolean;
  readonly return_url?: string;
  readonly setup_future_usage?: "off_session" | "on_session";
  readonly receipt_email?: string | null;
}

/** Tries to take the money. A decline is an error, and stays: the failed charge and the reason are kept. */
export function confirm(world: World, given: Stripe.PaymentIntent, how: Confirmation): Stripe.PaymentIntent {
  if (!["requires_payment_method", "requires_confirmation", "requires_action"].includes(given.status)) {
    throw unexpectedState(given, "confirm");
  }
  const method = methodFor(world, given, how);
  const intent: Stripe.PaymentIntent = {
    ...given,
    payment_method: method.id,
    setup_future_usage: how.setup_future_usage ?? given.setup_future_usage,
    receipt_email: how.receipt_email ?? given.receipt_email,
  };
  const fate = nextFate(world, method);
  if (fate !== undefined && fate !== "ok") return decline(world, intent, method, fate);
  if (method.type !== "card") return startDebit(world, intent, method);
  const card = cardOf(world, method);
  if (fate !== "ok" && asksOwner(world, method, how.off_session ?? false)) {
    if (how.off_session || how.error_on_requires_action) {
      return decline(world, intent, method, DECLINES.authentication_required);
    }
    return askOwner(world, intent, how.return_url);
  }
  if (fate !== "ok" && card?.decline) return decline(world, intent, method, card.decline);
  return succeed(world, intent, method);
}

function methodFor(world: World, intent: Stripe.PaymentIntent, how: Confirmation): Stripe.PaymentMethod {
  const id = how.payment_method ?? idOf(intent.payment_method);
  if (!id) {
    const message =
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.";
    throw invalid(message, { code: "payment_intent_unexpected_state", payment_intent: intent });
  }
  const method = methodNamed(world, id);
  const owner = idOf(method.customer);
  const customer = idOf(intent.customer);
  if (owner && owner !== customer) {
    const whose = customer ? `the Customer ${customer}` : "this PaymentIntent, which has no Customer";
    throw invalid(`The PaymentMethod ${id} does not belong to ${whose}. Please use another PaymentMethod.`, {
      param: "payment_method",
    });
  }
  if (!owner && world.store.place(method.id)?.aside.spent) throw spentMethod();
  const allowed = intent.allowed_payment_method_types;
  if (allowed && !allowed.some((type) => type === method.type)) {
    throw invalid(`The PaymentMethod provided (${method.type}) is not allowed for this PaymentIntent.`, {
      param: "payment_method",
    });
  }
  return method;
}

function asksOwner(world: World, method: Stripe.PaymentMethod, offSession: boolean): boolean {
  const card = cardOf(world, method);
  const setUp = world.store.place(method.id)?.aside.set_up === true;
  switch (card?.challenge) {
    case "always":
      return true;
    case "until_set_up":
      return card.declinedAfterChallenge ? !offSession || !setUp : !setUp;
    case "on_session":
      return !offSession;
    default:
      return false;
  }
}

function askOwner(world: World, intent: Stripe.PaymentIntent, returnUrl: string | undefined): Stripe.PaymentIntent {
  const url = `${world.url}/3ds/${intent.id}`;
  const after = world.store.save<Stripe.PaymentIntent>({
    ...intent,
    status: "requires_action",
    next_action: returnUrl
      ? { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } }
      : { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } },
  });
  emit(world, "payment_intent.requires_action", after);
  return after;
}

/** The owner answered their bank: the payment goes on, or fails and may be tried again. */
export function finishChallenge(world: World, intent: Stripe.PaymentIntent, passed: boolean): Stripe.PaymentIntent {
  const method = methodNamed(world, idOf(intent.payment_method) ?? "");
  if (passed) {
    const card = cardOf(world, method);
    if (!card?.decline) return succeed(world, intent, method);
    return recordDecline(world, intent, method, card.decline).intent;
  }
  const after = world.store.save<Stripe.PaymentIntent>({
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    last_payment_error: {
      type: "invalid_request_error",
      code: "payment_intent_authentication_failure",
      doc_url: docUrl("payment_intent_authentication_failure"),
      message:
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
      payment_method: method,
    },
  });
  emit(world, "payment_intent.payment_failed", after);
  return after;
}

function succeed(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  const manual = intent.capture_method === "manual";
  const charge = makeCharge(world, intent, method, { status: manual ? "authorized" : "succeeded" });
  const after = world.store.save<Stripe.PaymentIntent>({
    ...intent,
    status: manual ? "requires_capture" : "succeeded",
    amount_capturable: manual ? intent.amount : 0,
    amount_received: manual ? 0 : intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  emit(world, "charge.succeeded", charge);
  emit(world, manual ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", after);
  keepOrSpend(world, after, method);
  return after;
}

function keepOrSpend(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): void {
  if (method.customer) return;
  const customer = idOf(intent.customer);
  if (customer && intent.setup_future_usage) {
    world.store.remember(method.id, { set_up: true });
    attach(world, method, customer);
  } else {
    world.store.remember(method.id, { spent: true });
  }
}

function startDebit(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod): Stripe.PaymentIntent {
  makeMandate(world, method);
  const charge = makeCharge(world, intent, method, { status: "pending" });
  const after = world.store.save<Stripe.PaymentIntent>({ ...intent, status: "processing", latest_charge: charge.id });
  emit(world, "charge.pending", charge);
  emit(world, "payment_intent.processing", after);
  later(world, "debit.finish", intent.id, DEBIT_TAKES_MS);
  return after;
}

function decline(
  world: World,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  why: Decline,
): Stripe.PaymentIntent {
  const { intent: after, error } = recordDecline(world, intent, method, why);
  throw new Refusal(402, { ...error, payment_intent: after, payment_method: method }, true);
}

function recordDecline(world: World, intent: Stripe.PaymentIntent, method: Stripe.PaymentMethod, why: Decline) {
  const charge = makeCharge(world, intent, method, { status: "failed", why });
  const named = ["card_declined", "authentication_required"].includes(why.code);
  const error = {
    type: "card_error" as const,
    code: why.code,
    doc_url: docUrl(why.code),
    message: why.message,
    charge: charge.id,
    advice_code: why.advice,
    ...(named ? { decline_code: why.declineCode } : {}),
    ...(charge.outcome?.network_decline_code ? { network_decline_code: charge.outcome.network_decline_code } : {}),
  };
  const after = world.store.save<Stripe.PaymentIntent>({
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    latest_charge: charge.id,
    next_action: null,
    last_payment_error: { ...error, payment_method: method },
  });
  emit(world, "payment_intent.payment_failed", after);
  emit(world, "charge.failed", charge);
  return { intent: after, error };
}
