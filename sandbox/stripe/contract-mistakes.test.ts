import { randomUUID } from "node:crypto";
import type Stripe from "stripe";
import { describe, expect } from "vitest";
import { contract } from "./contract-target.ts";
import { charged, customerWithCard, only, refusal } from "./testing.ts";

const { holds, target } = contract();

describe("mistakes of the caller", () => {
  const make = (params: object) => target().stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams);
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
      () => target().stripe.paymentIntents.retrieve("pi_none"),
      { code: "resource_missing", statusCode: 404 },
    ],
    [
      "an unknown customer",
      () => make({ amount: 100, currency: "usd", customer: "cus_none" }),
      { code: "resource_missing", param: "customer" },
    ],
    ["an unknown expansion", () => target().stripe.balance.retrieve({ expand: ["foo"] }), { statusCode: 400 }],
    [
      "a list with two cursors",
      () => target().stripe.customers.list({ starting_after: "cus_a", ending_before: "cus_b" }),
      { statusCode: 400 },
    ],
    [
      "a page that is too long",
      () => target().stripe.customers.list({ limit: 101 }),
      { statusCode: 400, param: "limit" },
    ],
    [
      "a metadata value that is too long",
      () => target().stripe.customers.create({ metadata: { a: "x".repeat(501) } }),
      { statusCode: 400 },
    ],
    [
      "a metadata key that is too long",
      () => target().stripe.customers.create({ metadata: { ["k".repeat(41)]: "x" } }),
      { statusCode: 400 },
    ],
    ["an unknown path", () => target().stripe.rawRequest("POST", "/v1/nonsense"), { statusCode: 404 }],
  ];
  for (const [name, call, expected] of MISTAKES) {
    holds(`${name} is refused`, async () => {
      expect(await refusal(call())).toMatchObject(expected);
    });
  }

  holds("a key that is none is refused", async () => {
    const error = await refusal(target().as("sk_test_").customers.list());
    expect(error).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
  });
});

describe("lists and metadata", () => {
  holds("go from the newest to the oldest, page by page", async () => {
    const email = `${randomUUID()}@example.com`;
    const made: string[] = [];
    for (let count = 0; count < 5; count++) made.unshift((await target().stripe.customers.create({ email })).id);
    const first = await target().stripe.customers.list({ email, limit: 2 });
    expect(first.data.map((customer) => customer.id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const all = await target().stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(all.map((customer) => customer.id)).toEqual(made);
    const back = await target().stripe.customers.list({ email, limit: 2, ending_before: made[4] ?? "" });
    expect(back.data.map((customer) => customer.id)).toEqual(made.slice(2, 4));
  });

  holds("an empty metadata value takes its key away", async () => {
    const made = await target().stripe.customers.create({ metadata: { a: "1", b: "2" } });
    const after = await target().stripe.customers.update(made.id, { metadata: { a: "", c: "3" } });
    expect(after.metadata).toEqual({ b: "2", c: "3" });
  });

  holds("a deleted customer is only a shadow", async () => {
    const { customer, method } = await customerWithCard(target().stripe);
    await target().stripe.customers.del(customer);
    expect(await target().stripe.customers.retrieve(customer)).toMatchObject({ id: customer, deleted: true });
    const error = await refusal(
      target().stripe.paymentMethods.attach(method, { customer: (await target().stripe.customers.create({})).id }),
    );
    expect(error.statusCode).toBe(400);
  });

  holds("written-out fields are the objects themselves", async () => {
    const { intent, customer, method } = await charged(target().stripe);
    const shown = await target().stripe.paymentIntents.retrieve(intent.id, {
      expand: ["customer", "payment_method", "latest_charge"],
    });
    expect([only(shown.customer), only(shown.payment_method)]).toEqual([customer, method]);
    expect(typeof shown.latest_charge).toBe("object");
  });
});
