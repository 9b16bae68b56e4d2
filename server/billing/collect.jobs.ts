import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { log } from "#server/platform/log.ts";
import { handle } from "#server/platform/queue.ts";
import { type Stripe, stripe } from "#server/platform/stripe.ts";
import { askStripe } from "#server/platform/stripe-call.ts";
import { StripeSaidNo } from "#server/platform/stripe-error.ts";
import { cancelIntent, collect, readIntent } from "./collection.ts";
import { type IntentFacts, keepDecline, keepIntent } from "./keep-intent.ts";
import { BILLING_ROOM } from "./payment-method.ts";
import { type ChargeTry, startAttempt } from "./start-attempt.ts";

const CONFIRM = "payment_intent.confirm";

/** Charges a collection in two calls: after the first nothing has moved, after the second the truth is at a known id. */
async function charge(collectionId: string): Promise<void> {
  const attempt = await startAttempt(collectionId);
  if (!attempt) return;
  const intent = await intentOf(attempt);
  assertAsAgreed(intent, attempt);
  if (attempt.isResumed && (await wasRefused(attempt.attemptId))) {
    const decline = declineIn(intent) ?? { code: "unknown", declineCode: null, adviceCode: null };
    return keepDecline(collectionId, attempt.attemptId, decline);
  }
  try {
    await keepIntent(collectionId, factsOf(await confirm(intent.id, attempt)));
  } catch (error) {
    if (!(error instanceof StripeSaidNo)) throw error;
    if (error.verdict === "already") return keepIntent(collectionId, factsOf(await retrieve(intent.id)));
    await keepDecline(collectionId, attempt.attemptId, error);
  }
}

async function intentOf({ collection, stripeCustomerId }: ChargeTry): Promise<Stripe.PaymentIntent> {
  if (collection.stripePaymentIntentId) return retrieve(collection.stripePaymentIntentId);
  const [only, ...others] = collection.settlements;
  const intent = await askStripe({
    operation: "payment_intent.create",
    subjectId: collection.id,
    params: {
      amount: Number(collection.amountMinor),
      currency: collection.currency,
      customer: stripeCustomerId,
      allowed_payment_method_types: ["card"],
      // A charge for several settlements is in no group: each transfer is in its own settlement's.
      ...(only && others.length === 0 && { transfer_group: only.id }),
      metadata: { collection_id: collection.id, merchant_id: collection.merchantId },
    } satisfies Stripe.PaymentIntentCreateParams,
    send: (params, options) => stripe.paymentIntents.create(params, options),
    lookUp: (id) => (id ? retrieve(id) : findIntent(stripeCustomerId, collection.id)),
    idOf: (made) => made.id,
  });
  await inTransaction((tx) =>
    tx.collection.updateMany({
      where: { id: collection.id, stripePaymentIntentId: null },
      data: { stripePaymentIntentId: intent.id },
    }),
  );
  return intent;
}

async function findIntent(customer: string, collectionId: string): Promise<Stripe.PaymentIntent | null> {
  const { data } = await stripe.paymentIntents.list({ customer, limit: 100 });
  return data.find((made) => made.metadata.collection_id === collectionId) ?? null;
}

const retrieve = (id: string): Promise<Stripe.PaymentIntent> => stripe.paymentIntents.retrieve(id);

/** What is about to be charged is exactly what is owed, by the merchant who owes it. */
function assertAsAgreed(intent: Stripe.PaymentIntent, { collection, stripeCustomerId }: ChargeTry): void {
  const same =
    BigInt(intent.amount) === collection.amountMinor &&
    intent.currency === collection.currency &&
    intent.customer === stripeCustomerId;
  if (!same) throw new Error(`${intent.id} is not what ${collection.id} owes`);
}

/** Whether Stripe had already said no to a try whose worker died before it could write that down. */
async function wasRefused(attemptId: string): Promise<boolean> {
  const last = await db.stripeCall.findFirst({
    where: { subjectId: attemptId, operation: CONFIRM },
    orderBy: { attempt: "desc" },
    select: { status: true, errorCode: true },
  });
  return last?.status === "refused" && last.errorCode !== "never_executed";
}

function confirm(intentId: string, attempt: ChargeTry): Promise<Stripe.PaymentIntent> {
  const { attemptId, onSession, stripePaymentMethodId, collection } = attempt;
  const back = `${new URL(BILLING_ROOM, env.PUBLIC_URL).href}?collection=${collection.id}&stripe=confirmed`;
  return askStripe({
    operation: CONFIRM,
    subjectId: attemptId,
    params: {
      payment_method: stripePaymentMethodId,
      ...(onSession ? { off_session: false, return_url: back } : { off_session: true }),
    } satisfies Stripe.PaymentIntentConfirmParams,
    send: (params, options) => stripe.paymentIntents.confirm(intentId, params, options),
    // Not confirmed is nothing made; a decline is found by asking again under the same key.
    lookUp: async () => {
      const intent = await retrieve(intentId);
      return intent.status === "requires_payment_method" || intent.status === "requires_confirmation" ? null : intent;
    },
    idOf: (intent) => intent.id,
  });
}

function factsOf(intent: Stripe.PaymentIntent): IntentFacts {
  return {
    status: intent.status,
    chargeId: typeof intent.latest_charge === "string" ? intent.latest_charge : (intent.latest_charge?.id ?? null),
    actionUrl: intent.next_action?.redirect_to_url?.url ?? null,
    decline: declineIn(intent),
  };
}

function declineIn({ last_payment_error: error }: Stripe.PaymentIntent): IntentFacts["decline"] {
  if (!error) return null;
  return {
    code: error.code ?? "unknown",
    declineCode: error.decline_code ?? null,
    adviceCode: error.advice_code ?? null,
  };
}

async function read(collectionId: string): Promise<void> {
  const { stripePaymentIntentId } = await db.collection.findUniqueOrThrow({ where: { id: collectionId } });
  if (stripePaymentIntentId) await keepIntent(collectionId, factsOf(await retrieve(stripePaymentIntentId)));
}

/** A charge that was given up is cancelled at Stripe too, so that nobody can confirm it. */
async function cancel(collectionId: string): Promise<void> {
  const { stripePaymentIntentId: id } = await db.collection.findUniqueOrThrow({ where: { id: collectionId } });
  if (!id) return;
  try {
    await askStripe({
      operation: "payment_intent.cancel",
      subjectId: collectionId,
      params: { cancellation_reason: "abandoned" } satisfies Stripe.PaymentIntentCancelParams,
      send: (params, options) => stripe.paymentIntents.cancel(id, params, options),
      lookUp: async () => {
        const intent = await retrieve(id);
        return intent.status === "canceled" ? intent : null;
      },
      idOf: (intent) => intent.id,
    });
  } catch (error) {
    if (!(error instanceof StripeSaidNo)) throw error;
    log.error("a charge that was given up could not be cancelled", { collectionId, code: error.code });
    await keepIntent(collectionId, factsOf(await retrieve(id)));
  }
}

export const collectJobs = {
  ...handle(collect, ({ collectionId }) => charge(collectionId)),
  ...handle(readIntent, ({ collectionId }) => read(collectionId)),
  ...handle(cancelIntent, ({ collectionId }) => cancel(collectionId)),
};
