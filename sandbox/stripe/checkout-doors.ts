import type Stripe from "stripe";
import { cardNumbered } from "./cards.ts";
import { completeSession, sessionNamed } from "./checkout.ts";
import { confirm, finishChallenge } from "./confirmation.ts";
import { type Door, type Shown, tried, withQuery } from "./doors.ts";
import type { Fields } from "./form.ts";
import { idOf } from "./kinds.ts";
import { spoken } from "./money.ts";
import { challengePage } from "./pages/challenge.ts";
import { checkoutPage } from "./pages/checkout.ts";
import { notice } from "./pages/layout.ts";
import { intentNamed } from "./payment-intent-state.ts";
import { beginPayment } from "./payment-intents.ts";
import { makeMethod } from "./payment-methods.ts";
import { confirmSetup, finishSetupChallenge, setupNamed } from "./setup-confirmation.ts";
import type { World } from "./world.ts";

function show(session: Stripe.Checkout.Session, problem?: string): Shown {
  if (session.status === "complete") return { html: notice("All done", "You can close this page.") };
  if (session.status !== "open") {
    return { status: 410, html: notice("This page has expired", "Go back to the site you came from and start again.") };
  }
  const amount = session.amount_total === null ? undefined : spoken(session.amount_total, session.currency ?? "usd");
  const { cancel_url, customer_email: email } = session;
  return {
    html: checkoutPage({ action: `/c/pay/${session.id}`, amount, email, cancellable: cancel_url !== null, problem }),
  };
}

function send(world: World, id: string, form: Fields): Shown {
  const session = sessionNamed(world, id);
  if (session.status !== "open") return show(session);
  if (form.do === "cancel" && session.cancel_url) return { to: session.cancel_url };
  const card = cardNumbered(String(form.card ?? "").replaceAll(" ", ""));
  if (!card) return show(session, "Your card number is incorrect.");
  const billing = { email: session.customer_email };
  const tries = tried(world, () => {
    const method = makeMethod(world, card, { billing, redisplay: "always" });
    const back = `${world.url}/c/pay/${id}/return`;
    if (session.mode === "setup") {
      return confirmSetup(world, setupNamed(world, idOf(session.setup_intent) ?? ""), method.id, back);
    }
    return confirm(world, paymentOf(world, session), { payment_method: method.id, return_url: back });
  });
  if ("problem" in tries) return show(session, tries.problem);
  if (tries.done.status === "requires_action") return { to: `${world.url}/3ds/${tries.done.id}` };
  return finish(world, sessionNamed(world, id));
}

/** A session's payment is begun when the person first tries to pay. */
function paymentOf(world: World, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const known = idOf(session.payment_intent);
  if (known) return intentNamed(world, known);
  const customer = idOf(session.customer);
  const wish = (world.store.place(session.id)?.aside.payment ?? {}) as Partial<Parameters<typeof beginPayment>[1]>;
  const intent = beginPayment(world, {
    ...wish,
    amount: session.amount_total ?? 0,
    currency: session.currency ?? "usd",
    ...(customer ? { customer } : {}),
  });
  world.store.save({ ...session, payment_intent: intent.id });
  return intent;
}

function finish(world: World, session: Stripe.Checkout.Session): Shown {
  completeSession(world, session);
  return { to: (session.success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", session.id) };
}

function comeBack(world: World, id: string): Shown {
  const session = sessionNamed(world, id);
  const done =
    session.mode === "setup"
      ? setupNamed(world, idOf(session.setup_intent) ?? "")
      : intentNamed(world, idOf(session.payment_intent) ?? "");
  if (done.status === "succeeded") return finish(world, session);
  return show(session, "Your bank did not confirm that it is you. Choose another card.");
}

function challenge(world: World, id: string): Shown {
  const intent = id.startsWith("pi_") ? intentNamed(world, id) : setupNamed(world, id);
  if (intent.status !== "requires_action") {
    return { status: 410, html: notice("Nothing to confirm", "This question was already answered.") };
  }
  const amount = intent.object === "payment_intent" ? spoken(intent.amount, intent.currency) : undefined;
  return { html: challengePage(`/3ds/${id}`, amount) };
}

function answerChallenge(world: World, id: string, form: Fields): Shown {
  const passed = form.outcome === "pass";
  const before = id.startsWith("pi_") ? intentNamed(world, id) : setupNamed(world, id);
  if (before.status !== "requires_action") return challenge(world, id);
  const after =
    before.object === "payment_intent"
      ? finishChallenge(world, before, passed)
      : finishSetupChallenge(world, before, passed);
  const back = before.next_action?.redirect_to_url?.return_url;
  if (!back) return { html: notice("Thank you", "You can close this page.") };
  const redirect_status = after.status === "requires_payment_method" ? "failed" : "succeeded";
  return {
    to: withQuery(back, {
      [after.object]: after.id,
      [`${after.object}_client_secret`]: after.client_secret ?? "",
      redirect_status,
    }),
  };
}

function receipt(world: World, id: string): Shown {
  const { amount_received, currency, status } = intentNamed(world, id);
  const words = `${spoken(amount_received, currency)} ${currency.toUpperCase()}, ${status}.`;
  return { html: notice("Receipt", words) };
}

/** The hosted pages of checkout and of the bank that asks its customer. */
export const checkoutDoors: readonly Door[] = [
  { pattern: /^\/c\/pay\/([^/]+)$/, show: (world, id) => show(sessionNamed(world, id)), send },
  { pattern: /^\/c\/pay\/([^/]+)\/return$/, show: comeBack },
  { pattern: /^\/receipts\/([^/]+)$/, show: receipt },
  { pattern: /^\/3ds\/([^/]+)$/, show: challenge, send: answerChallenge },
];
