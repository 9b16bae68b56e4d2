import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { errorFacts, log } from "#server/platform/log.ts";
import { handle } from "#server/platform/queue.ts";
import { type Stripe, stripe } from "#server/platform/stripe.ts";
import { askStripe } from "#server/platform/stripe-call.ts";
import { StripeSaidNo } from "#server/platform/stripe-error.ts";
import { keepMethodReading, keepPaymentMethod } from "./keep-payment-method.ts";
import { endSetup, keepCheckout, keepCustomer } from "./keep-setup.ts";
import { BILLING_ROOM, type MethodFacts, openCheckout, readMethod, readSetup } from "./payment-method.ts";

async function customerOf(merchantId: string): Promise<string> {
  const row = await db.stripeCustomer.findUniqueOrThrow({
    where: { merchantId },
    include: { merchant: { select: { name: true } } },
  });
  if (row.stripeCustomerId) return row.stripeCustomerId;
  const customer = await askStripe({
    operation: "customer.create",
    subjectId: merchantId,
    params: { name: row.merchant.name, metadata: { merchant_id: merchantId } } satisfies Stripe.CustomerCreateParams,
    send: (params, options) => stripe.customers.create(params, options),
    lookUp: async (id) => (id ? living(await stripe.customers.retrieve(id)) : null),
    idOf: (made) => made.id,
  });
  await keepCustomer(merchantId, customer.id);
  return customer.id;
}

const living = (customer: Stripe.Customer | Stripe.DeletedCustomer): Stripe.Customer | null =>
  customer.deleted ? null : customer;

async function open(setupId: string): Promise<void> {
  const setup = await db.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
  if (setup.status !== "asked") return;
  const back = `${new URL(BILLING_ROOM, env.PUBLIC_URL).href}?setup=${setupId}`;
  const metadata = { setup_id: setupId, merchant_id: setup.merchantId };
  const session = await askStripe({
    operation: "checkout_session.create",
    subjectId: setupId,
    params: {
      mode: "setup",
      ui_mode: "hosted_page",
      customer: await customerOf(setup.merchantId),
      currency: setup.currency,
      allowed_payment_method_types: ["card"],
      client_reference_id: setupId,
      metadata,
      setup_intent_data: { metadata },
      success_url: `${back}&stripe=saved`,
      cancel_url: `${back}&stripe=left`,
    } satisfies Stripe.Checkout.SessionCreateParams,
    send: (params, options) => stripe.checkout.sessions.create(params, options),
    lookUp: async (id) => (id ? stripe.checkout.sessions.retrieve(id) : null),
    idOf: (made) => made.id,
  });
  await keepCheckout(setupId, session);
}

/** What came of a page of Stripe's. What it saved counts only when it belongs to this merchant's customer. */
async function read(setupId: string): Promise<void> {
  const setup = await db.paymentMethodSetup.findUniqueOrThrow({
    where: { id: setupId },
    include: { merchant: { select: { stripeCustomer: true } } },
  });
  if (!setup.checkoutSessionId || setup.status !== "open") return;
  const session = await stripe.checkout.sessions.retrieve(setup.checkoutSessionId, {
    expand: ["setup_intent.payment_method"],
  });
  if (session.status === "expired") return endSetup(setupId, "expired", "page_expired");
  const intent = session.setup_intent;
  if (session.status !== "complete" || intent === null || typeof intent === "string") return;
  const method = intent.payment_method;
  if (intent.status !== "succeeded" || method === null || typeof method === "string") return;
  if (idOf(method.customer) !== setup.merchant.stripeCustomer?.stripeCustomerId) {
    log.error("a payment method is not the merchant's", { setupId });
    return endSetup(setupId, "failed", "foreign_payment_method");
  }
  await keepPaymentMethod(setupId, factsOf(method));
}

const idOf = (reference: string | { id: string } | null): string | null =>
  typeof reference === "string" ? reference : (reference?.id ?? null);

function factsOf(method: Stripe.PaymentMethod): MethodFacts {
  const { card } = method;
  return {
    stripePaymentMethodId: method.id,
    type: method.type,
    brand: card?.brand ?? null,
    last4: card?.last4 ?? null,
    expMonth: card?.exp_month ?? null,
    expYear: card?.exp_year ?? null,
    fingerprint: card?.fingerprint ?? null,
  };
}

export const setupJobs = {
  ...handle(openCheckout, async ({ setupId }) => {
    try {
      await open(setupId);
    } catch (error) {
      if (!(error instanceof StripeSaidNo)) throw error;
      log.error("Stripe refused to open a page", { setupId, ...errorFacts(error) });
      await endSetup(setupId, "failed", error.code);
    }
  }),
  ...handle(readSetup, ({ setupId }) => read(setupId)),
  ...handle(readMethod, async ({ stripePaymentMethodId }) => {
    const method = await stripe.paymentMethods.retrieve(stripePaymentMethodId);
    await keepMethodReading(factsOf(method), method.customer !== null);
  }),
};
