import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTarget, type Target } from "./contract-target.ts";
import { charged, customerWithCard, only, refusal } from "./testing.ts";

let target: Target;
let stripe: Stripe;
let cases = 0;

const holds = (name: string, work: () => Promise<void>) => {
  cases += 1;
  it(name, work);
};

beforeAll(async () => {
  target = await openTarget();
  stripe = target.stripe;
});

afterAll(async () => {
  await target.close();
  if (!target.real) console.log(`${cases} contract cases not verified against Stripe`);
});

const pay = async (card: string, off_session = true) => {
  const customer = await stripe.customers.create({});
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  const intent = await stripe.paymentIntents.create({
    amount: 2_000,
    currency: "usd",
    customer: customer.id,
    payment_method: method.id,
    allowed_payment_method_types: ["card"],
  });
  const how = off_session ? { off_session } : { return_url: "https://example.com/back" };
  return { intent, confirming: stripe.paymentIntents.confirm(intent.id, how) };
};

describe("a payment in two calls", () => {
  holds("moves nothing before it is confirmed", async () => {
    const { customer, method } = await customerWithCard(stripe);
    const intent = await stripe.paymentIntents.create({
      amount: 1_000,
      currency: "usd",
      customer,
      payment_method: method,
    });
    expect(intent).toMatchObject({ status: "requires_confirmation", latest_charge: null, amount_received: 0 });
  });

  holds("succeeds at once, and its balance transaction comes later", async () => {
    const { charge, intent } = await charged(stripe, 10_000);
    expect(intent.status).toBe("succeeded");
    const settled = await target.settled(
      () => stripe.charges.retrieve(charge, { expand: ["balance_transaction"] }),
      (now) => now.balance_transaction !== null,
    );
    expect(settled.balance_transaction).toMatchObject({ amount: 10_000, currency: "usd", type: "charge" });
  });

  holds("can succeed only once", async () => {
    const { intent } = await charged(stripe);
    const error = await refusal(stripe.paymentIntents.confirm(intent.id));
    expect(error).toMatchObject({ code: "payment_intent_unexpected_state", statusCode: 400 });
    expect(error.payment_intent?.status).toBe("succeeded");
  });

  holds("cannot be cancelled after it succeeded", async () => {
    const { intent } = await charged(stripe);
    const error = await refusal(stripe.paymentIntents.cancel(intent.id));
    expect(error).toMatchObject({ code: "payment_intent_unexpected_state" });
  });

  holds("can be cancelled before", async () => {
    const intent = await stripe.paymentIntents.create({ amount: 1_000, currency: "usd" });
    const cancelled = await stripe.paymentIntents.cancel(intent.id, { cancellation_reason: "abandoned" });
    expect(cancelled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
  });

  holds("refuses a method that belongs to somebody else", async () => {
    const [mine, theirs] = [await customerWithCard(stripe), await customerWithCard(stripe)];
    const intent = await stripe.paymentIntents.create({ amount: 1_000, currency: "usd", customer: mine.customer });
    const error = await refusal(
      stripe.paymentIntents.confirm(intent.id, { payment_method: theirs.method, off_session: true }),
    );
    expect(error).toMatchObject({ type: "StripeInvalidRequestError", param: "payment_method" });
  });
});

describe("a card that is declined", () => {
  holds("answers 402, keeps the failed charge and lets the payment be tried again", async () => {
    const { intent, confirming } = await pay("pm_card_chargeCustomerFail");
    const error = await refusal(confirming);
    expect(error).toMatchObject({ type: "StripeCardError", statusCode: 402, code: "card_declined" });
    const now = await stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] });
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
      const customer = await stripe.customers.create({});
      const error = await refusal(
        stripe.setupIntents.create({ customer: customer.id, payment_method: card, confirm: true }),
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
    const make = () => stripe.customers.create({ email: "once@example.com" }, { idempotencyKey: key });
    const [first, second] = [await make(), await make()];
    expect(second.id).toBe(first.id);
    expect(second.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(second.lastResponse.headers["original-request"]).toBe(first.lastResponse.requestId);
  });

  holds("with its key and other parameters is refused", async () => {
    const key = randomUUID();
    await stripe.customers.create({ email: "a@example.com" }, { idempotencyKey: key });
    const error = await refusal(stripe.customers.create({ email: "b@example.com" }, { idempotencyKey: key }));
    expect(error).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  holds("keeps a refusal of the business under its key", async () => {
    const key = randomUUID();
    const { charge } = await charged(stripe, 1_000);
    const ask = () => refusal(stripe.refunds.create({ charge, amount: 1_001 }, { idempotencyKey: key }));
    const [first, second] = [await ask(), await ask()];
    expect(second.message).toBe(first.message);
    expect(second.headers?.["idempotent-replayed"]).toBe("true");
  });

  holds("forgets a request whose parameters were malformed", async () => {
    const key = randomUUID();
    await refusal(stripe.customers.create({ nonsense: "1" } as object, { idempotencyKey: key }));
    const made = await stripe.customers.create({}, { idempotencyKey: key });
    expect(made.object).toBe("customer");
  });
});

describe("money given back", () => {
  holds("never exceeds what was taken", async () => {
    const { charge } = await charged(stripe, 10_000);
    await stripe.refunds.create({ charge, amount: 4_000 });
    const error = await refusal(stripe.refunds.create({ charge, amount: 6_001 }));
    expect(error.message).toBe("Refund amount ($60.01) is greater than unrefunded amount on charge ($60.00)");
    await stripe.refunds.create({ charge });
    expect(await refusal(stripe.refunds.create({ charge }))).toMatchObject({ code: "charge_already_refunded" });
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ refunded: true, amount_refunded: 10_000 });
  });
});

describe("mistakes of the caller", () => {
  const make = (params: object) => stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams);
  const MISTAKES: [string, () => Promise<unknown>, object][] = [
    [
      "an unknown parameter",
      () => make({ amount: 100, currency: "usd", foo: 1 }),
      { code: "parameter_unknown", param: "foo" },
    ],
    [
      "the old payment_method_types",
      () => make({ amount: 100, currency: "usd", payment_method_types: ["card"] }),
      { code: "parameter_unknown", statusCode: 400 },
    ],
    ["a missing amount", () => make({ currency: "usd" }), { code: "parameter_missing", param: "amount" }],
    ["a broken amount", () => make({ amount: 10.5, currency: "usd" }), { code: "parameter_invalid_integer" }],
    ["an amount too small", () => make({ amount: 49, currency: "usd" }), { code: "amount_too_small" }],
    ["an amount too large", () => make({ amount: 100_000_000, currency: "usd" }), { code: "amount_too_large" }],
    ["a currency that is none", () => make({ amount: 100, currency: "xxx" }), { param: "currency", statusCode: 400 }],
    [
      "an unknown payment",
      () => stripe.paymentIntents.retrieve("pi_none"),
      { code: "resource_missing", statusCode: 404 },
    ],
    [
      "an unknown customer",
      () => make({ amount: 100, currency: "usd", customer: "cus_none" }),
      { code: "resource_missing", param: "customer" },
    ],
    ["an unknown expansion", () => stripe.balance.retrieve({ expand: ["foo"] }), { statusCode: 400 }],
    [
      "a list with two cursors",
      () => stripe.customers.list({ starting_after: "cus_a", ending_before: "cus_b" }),
      { statusCode: 400 },
    ],
    ["a page that is too long", () => stripe.customers.list({ limit: 101 }), { statusCode: 400, param: "limit" }],
    [
      "a metadata value that is too long",
      () => stripe.customers.create({ metadata: { a: "x".repeat(501) } }),
      { statusCode: 400 },
    ],
    [
      "a metadata key that is too long",
      () => stripe.customers.create({ metadata: { ["k".repeat(41)]: "x" } }),
      { statusCode: 400 },
    ],
    ["an unknown path", () => stripe.rawRequest("POST", "/v1/nonsense"), { statusCode: 404 }],
  ];
  for (const [name, call, expected] of MISTAKES) {
    holds(`${name} is refused`, async () => {
      expect(await refusal(call())).toMatchObject(expected);
    });
  }

  holds("a key that is none is refused", async () => {
    const error = await refusal(target.as("sk_test_").customers.list());
    expect(error).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
  });
});

describe("lists and metadata", () => {
  holds("go from the newest to the oldest, page by page", async () => {
    const email = `${randomUUID()}@example.com`;
    const made: string[] = [];
    for (let count = 0; count < 5; count++) made.unshift((await stripe.customers.create({ email })).id);
    const first = await stripe.customers.list({ email, limit: 2 });
    expect(first.data.map((customer) => customer.id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const all = await stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(all.map((customer) => customer.id)).toEqual(made);
    const back = await stripe.customers.list({ email, limit: 2, ending_before: made[4] ?? "" });
    expect(back.data.map((customer) => customer.id)).toEqual(made.slice(2, 4));
  });

  holds("an empty metadata value takes its key away", async () => {
    const made = await stripe.customers.create({ metadata: { a: "1", b: "2" } });
    const after = await stripe.customers.update(made.id, { metadata: { a: "", c: "3" } });
    expect(after.metadata).toEqual({ b: "2", c: "3" });
  });

  holds("a deleted customer is only a shadow", async () => {
    const { customer, method } = await customerWithCard(stripe);
    await stripe.customers.del(customer);
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ id: customer, deleted: true });
    const error = await refusal(
      stripe.paymentMethods.attach(method, { customer: (await stripe.customers.create({})).id }),
    );
    expect(error.statusCode).toBe(400);
  });

  holds("written-out fields are the objects themselves", async () => {
    const { intent, customer, method } = await charged(stripe);
    const shown = await stripe.paymentIntents.retrieve(intent.id, {
      expand: ["customer", "payment_method", "latest_charge"],
    });
    expect([only(shown.customer), only(shown.payment_method)]).toEqual([customer, method]);
    expect(typeof shown.latest_charge).toBe("object");
  });
});
