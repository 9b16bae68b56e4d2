import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { contract } from "./contract-target.ts";
import { charged, customerWithCard, refusal } from "./testing.ts";

const { holds, target } = contract();

const pay = async (card: string, off_session = true) => {
  const customer = await target().stripe.customers.create({});
  const method = await target().stripe.paymentMethods.attach(card, { customer: customer.id });
  const intent = await target().stripe.paymentIntents.create({
    amount: 2_000,
    currency: "usd",
    customer: customer.id,
    payment_method: method.id,
    allowed_payment_method_types: ["card"],
  });
  const how = off_session ? { off_session } : { return_url: "https://example.com/back" };
  return { intent, confirming: target().stripe.paymentIntents.confirm(intent.id, how) };
};

describe("a payment in two calls", () => {
  holds("moves nothing before it is confirmed", async () => {
    const { customer, method } = await customerWithCard(target().stripe);
    const intent = await target().stripe.paymentIntents.create({
      amount: 1_000,
      currency: "usd",
      customer,
      payment_method: method,
    });
    expect(intent).toMatchObject({ status: "requires_confirmation", latest_charge: null, amount_received: 0 });
  });

  holds("succeeds at once, and its balance transaction comes later", async () => {
    const { charge, intent } = await charged(target().stripe, 10_000);
    expect(intent.status).toBe("succeeded");
    const settled = await target().settled(
      () => target().stripe.charges.retrieve(charge, { expand: ["balance_transaction"] }),
      (now) => now.balance_transaction !== null,
    );
    expect(settled.balance_transaction).toMatchObject({ amount: 10_000, currency: "usd", type: "charge" });
  });

  holds("can succeed only once", async () => {
    const { intent } = await charged(target().stripe);
    const error = await refusal(target().stripe.paymentIntents.confirm(intent.id));
    expect(error).toMatchObject({ code: "payment_intent_unexpected_state", statusCode: 400 });
    expect(error.payment_intent?.status).toBe("succeeded");
  });

  holds("cannot be cancelled after it succeeded", async () => {
    const { intent } = await charged(target().stripe);
    const error = await refusal(target().stripe.paymentIntents.cancel(intent.id));
    expect(error).toMatchObject({ code: "payment_intent_unexpected_state" });
  });

  holds("can be cancelled before", async () => {
    const intent = await target().stripe.paymentIntents.create({ amount: 1_000, currency: "usd" });
    const cancelled = await target().stripe.paymentIntents.cancel(intent.id, { cancellation_reason: "abandoned" });
    expect(cancelled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
  });

  holds("refuses a method that belongs to somebody else", async () => {
    const [mine, theirs] = [await customerWithCard(target().stripe), await customerWithCard(target().stripe)];
    const intent = await target().stripe.paymentIntents.create({
      amount: 1_000,
      currency: "usd",
      customer: mine.customer,
    });
    const error = await refusal(
      target().stripe.paymentIntents.confirm(intent.id, { payment_method: theirs.method, off_session: true }),
    );
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", param: "payment_method" });
  });
});

describe("a card that is declined", () => {
  holds("answers 402, keeps the failed charge and lets the payment be tried again", async () => {
    const { intent, confirming } = await pay("pm_card_chargeCustomerFail");
    const error = await refusal(confirming);
    expect(error).toMatchObject({ type: "StripeCardError", statusCode: 402, code: "card_declined" });
    const now = await target().stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] });
    expect(now).toMatchObject({ status: "requires_payment_method", latest_charge: { status: "failed", paid: false } });
    expect(now.last_payment_error?.code).toBe("card_declined");
  });

  const REASONS = {
    pm_card_visa_chargeDeclined: ["card_declined", "generic_decline"],
    pm_card_visa_chargeDeclinedInsufficientFunds: ["card_declined", "insufficient_funds"],
    pm_card_visa_chargeDeclinedLostCard: ["card_declined", "lost_card"],
    pm_card_visa_chargeDeclinedStolenCard: ["card_declined", "stolen_card"],
    pm_card_chargeDeclinedExpiredCard: ["expired_card", ""],
    pm_card_chargeDeclinedIncorrectCvc: ["incorrect_cvc", ""],
    pm_card_chargeDeclinedProcessingError: ["processing_error", ""],
  } as const;
  for (const [card, [code, decline_code]] of Object.entries(REASONS)) {
    holds(`${card} says ${decline_code || code} when it is saved`, async () => {
      const customer = await target().stripe.customers.create({});
      const error = await refusal(
        target().stripe.setupIntents.create({ customer: customer.id, payment_method: card, confirm: true }),
      );
      expect([error.code, error.decline_code]).toEqual([code, decline_code]);
      expect(error.setup_intent?.status).toBe("requires_payment_method");
    });
  }
});

describe("a card that asks for its owner", () => {
  holds("is refused while the owner is away", async () => {
    const { confirming } = await pay("pm_card_authenticationRequired");
    expect(await refusal(confirming)).toMatchObject({ statusCode: 402, code: "authentication_required" });
  });

  holds("sends the owner to their bank while they are here", async () => {
    const { confirming } = await pay("pm_card_authenticationRequired", false);
    const intent = await confirming;
    expect(intent).toMatchObject({ status: "requires_action", next_action: { type: "redirect_to_url" } });
    expect(intent.next_action?.redirect_to_url?.return_url).toBe("https://example.com/back");
  });
});

describe("a request that is repeated", () => {
  holds("with its key and parameters does nothing twice", async () => {
    const key = randomUUID();
    const make = () => target().stripe.customers.create({ email: "once@example.com" }, { idempotencyKey: key });
    const [first, second] = [await make(), await make()];
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(second.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
  });

  holds("with its key and other parameters is refused", async () => {
    const key = randomUUID();
    await target().stripe.customers.create({ email: "a@example.com" }, { idempotencyKey: key });
    const error = await refusal(target().stripe.customers.create({ email: "b@example.com" }, { idempotencyKey: key }));
    expect(error).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  holds("keeps a refusal of the business under its key", async () => {
    const key = randomUUID();
    const { charge } = await charged(target().stripe, 1_000);
    const ask = () => refusal(target().stripe.refunds.create({ charge, amount: 1_001 }, { idempotencyKey: key }));
    const [first, second] = [await ask(), await ask()];
    expect(second.message).toBe(first.message);
    expect(second.headers?.["idempotent-replayed"]).toBe("true");
  });

  holds("forgets a request whose parameters were malformed", async () => {
    const key = randomUUID();
    await refusal(target().stripe.customers.create({ nonsense: "1" } as object, { idempotencyKey: key }));
    const made = await target().stripe.customers.create({}, { idempotencyKey: key });
    expect(made.object).toBe("customer");
  });
});

describe("money given back", () => {
  holds("never exceeds what was taken", async () => {
    const { charge } = await charged(target().stripe, 10_000);
    await target().stripe.refunds.create({ charge, amount: 4_000 });
    const error = await refusal(target().stripe.refunds.create({ charge, amount: 6_001 }));
    expect(error.message).toBe("Refund amount ($60.01) is greater than unrefunded amount on charge ($60.00)");
    await target().stripe.refunds.create({ charge });
    expect(await refusal(target().stripe.refunds.create({ charge }))).toMatchObject({
      code: "charge_already_refunded",
    });
    expect(await target().stripe.charges.retrieve(charge)).toMatchObject({ refunded: true, amount_refunded: 10_000 });
  });
});
