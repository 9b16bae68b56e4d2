import type Stripe from "stripe";
import type { Decline } from "./cards.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { makeMandate } from "./mandates.ts";
import { attach, cardOf, declineToKeep, methodNamed, spentMethod } from "./payment-methods.ts";
import { docUrl, invalid, Refusal, unknownId } from "./refusal.ts";
import { newId, type World } from "./world.ts";

/** The setup intent with this id. */
export function setupNamed(world: World, id: string): Stripe.SetupIntent {
  const intent = world.store.find("setup_intent", id, world.account);
  if (!intent) throw unknownId("setupintent", id, "intent");
  return intent;
}

/** The setup's state does not allow what was asked. */
export function unexpectedSetup(intent: Stripe.SetupIntent, verb: "confirm" | "cancel" | "update"): Refusal {
  const past = { confirm: "confirmed", cancel: "canceled", update: "updated" }[verb];
  const message = `You cannot ${verb} this SetupIntent because it has a status of ${intent.status}. Only a SetupIntent with one of the following statuses may be ${past}: requires_payment_method, requires_confirmation, requires_action.`;
  return invalid(message, { code: "setup_intent_unexpected_state", setup_intent: intent });
}

/** Tries to keep a payment method; a decline is an error that stays. */
export function confirmSetup(
  world: World,
  given: Stripe.SetupIntent,
  methodId: string | undefined,
  returnUrl: string | undefined,
): Stripe.SetupIntent {
  if (!given.status.startsWith("requires_")) throw unexpectedSetup(given, "confirm");
  const id = methodId ?? idOf(given.payment_method);
  if (!id) {
    const message =
      "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent with a payment method and then confirm it again.";
    throw invalid(message, { code: "setup_intent_unexpected_state", setup_intent: given });
  }
  const method = methodNamed(world, id);
  checkOwner(world, method, idOf(given.customer));
  const intent: Stripe.SetupIntent = { ...given, payment_method: method.id };
  const decline = declineToKeep(world, method);
  if (decline) throw refuse(world, intent, method, decline);
  const challenge = cardOf(world, method)?.challenge;
  if (challenge === "always" || challenge === "until_set_up") return askOwner(world, intent, returnUrl);
  return complete(world, intent, method);
}

function checkOwner(world: World, method: Stripe.PaymentMethod, customer: string | null): void {
  const owner = idOf(method.customer);
  if (owner && owner !== customer) {
    const message = `The PaymentMethod ${method.id} does not belong to the Customer ${customer ?? "(none)"}. Please use another PaymentMethod.`;
    throw invalid(message, { param: "payment_method" });
  }
  if (!owner && world.store.place(method.id)?.aside.spent) throw spentMethod();
}

function askOwner(world: World, intent: Stripe.SetupIntent, returnUrl: string | undefined): Stripe.SetupIntent {
  const url = `${world.url}/3ds/${intent.id}`;
  const after = world.store.save<Stripe.SetupIntent>({
    ...intent,
    status: "requires_action",
    next_action: returnUrl
      ? { type: "redirect_to_url", redirect_to_url: { return_url: returnUrl, url } }
      : { type: "use_stripe_sdk", use_stripe_sdk: { type: "three_d_secure_redirect", stripe_js: url } },
  });
  emit(world, "setup_intent.requires_action", after);
  return after;
}

function complete(world: World, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod): Stripe.SetupIntent {
  world.store.remember(method.id, { set_up: true });
  const customer = idOf(intent.customer);
  if (customer) attach(world, method, customer);
  const after = world.store.save<Stripe.SetupIntent>({
    ...intent,
    status: "succeeded",
    next_action: null,
    last_setup_error: null,
    latest_attempt: newId(world.store, "setatt_"),
    mandate: method.type === "card" ? null : makeMandate(world, method).id,
  });
  emit(world, "setup_intent.succeeded", after);
  return after;
}

function refuse(world: World, intent: Stripe.SetupIntent, method: Stripe.PaymentMethod, why: Decline): Refusal {
  const error = {
    type: "card_error" as const,
    code: why.code,
    doc_url: docUrl(why.code),
    message: why.message,
    advice_code: why.advice,
    ...(why.code === "card_declined" ? { decline_code: why.declineCode } : {}),
  };
  const after = fail(world, intent, { ...error, payment_method: method });
  return new Refusal(402, { ...error, setup_intent: after, payment_method: method }, true);
}

function fail(world: World, intent: Stripe.SetupIntent, error: Stripe.SetupIntent.LastSetupError): Stripe.SetupIntent {
  const after = world.store.save<Stripe.SetupIntent>({
    ...intent,
    status: "requires_payment_method",
    payment_method: null,
    next_action: null,
    last_setup_error: error,
    latest_attempt: newId(world.store, "setatt_"),
  });
  emit(world, "setup_intent.setup_failed", after);
  return after;
}

/** The owner answered their bank: the method is kept, or another has to be chosen. */
export function finishSetupChallenge(world: World, intent: Stripe.SetupIntent, passed: boolean): Stripe.SetupIntent {
  const method = methodNamed(world, idOf(intent.payment_method) ?? "");
  if (passed) return complete(world, intent, method);
  return fail(world, intent, {
    type: "invalid_request_error",
    code: "setup_intent_authentication_failure",
    doc_url: docUrl("setup_intent_authentication_failure"),
    message:
      "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
    payment_method: method,
  });
}
