import type Stripe from "stripe";
import { METHOD_TYPES } from "./bank-debits.ts";
import { type Card, cardNamed, cardNumbered } from "./cards.ts";
import { customerNamed } from "./customers.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { endMandates } from "./mandates.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { attach, cardRefused, makeMethod, methodNamed } from "./payment-methods.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { newId, type World } from "./world.ts";

const BILLING = { address: "any", email: "text?", name: "text?", phone: "text?" } as const;
const REDISPLAY = ["always", "limited", "unspecified"] as const;
const CREATE = {
  type: METHOD_TYPES,
  card: { token: "text", number: "text", exp_month: "integer", exp_year: "integer", cvc: "text" },
  us_bank_account: {
    account_holder_type: "text",
    account_type: "text",
    account_number: "text",
    routing_number: "text",
  },
  sepa_debit: { iban: "text" },
  billing_details: BILLING,
  metadata: "metadata",
  allow_redisplay: REDISPLAY,
} as const;
const UPDATE = {
  billing_details: BILLING,
  metadata: "metadata",
  allow_redisplay: REDISPLAY,
  card: { exp_month: "integer", exp_year: "integer" },
} as const;

function create(world: World, params: Parsed<typeof CREATE>): Stripe.PaymentMethod {
  if (!params.type) throw missing("type");
  if (params.type === "link") throw invalid("The sandbox cannot make a Link payment method.", { param: "type" });
  return makeMethod(world, params.type === "card" ? cardGiven(world, params.card) : params.type, {
    billing: params.billing_details,
    metadata: withMetadata({}, params.metadata),
    redisplay: params.allow_redisplay,
  });
}

function cardGiven(world: World, given: { token?: string; number?: string } | undefined): Card {
  if (!given) throw missing("card");
  const token = given.token ? world.store.place(given.token) : undefined;
  const number = given.number ?? (token ? String(token.aside.card) : undefined);
  const name = /^tok_(\w+)$/.exec(given.token ?? "")?.[1];
  const card = number ? cardNumbered(number.replaceAll(" ", "")) : name ? cardNamed(name) : undefined;
  if (card) return card;
  if (given.token) throw unknownId("token", given.token, "card[token]");
  throw cardRefused({
    code: "incorrect_number",
    declineCode: "incorrect_number",
    message: "Your card number is incorrect.",
    advice: "confirm_card_data",
  });
}

/** The kept method with this id. */
function kept(world: World, id: string): Stripe.PaymentMethod {
  const method = world.store.find("payment_method", id, world.account);
  if (!method) throw unknownId("PaymentMethod", id, "payment_method");
  return method;
}

function update(world: World, params: Parsed<typeof UPDATE>, id: string): Stripe.PaymentMethod {
  const before = kept(world, id);
  if (!before.customer) {
    throw invalid("You must save this PaymentMethod to a customer before you can update it.");
  }
  const after = world.store.save<Stripe.PaymentMethod>({
    ...before,
    billing_details: { ...before.billing_details, ...withoutAddress(params.billing_details) },
    metadata: withMetadata(before.metadata, params.metadata),
    allow_redisplay: params.allow_redisplay ?? before.allow_redisplay ?? "unspecified",
    ...(before.card ? { card: { ...before.card, ...params.card } } : {}),
  });
  emit(world, "payment_method.updated", after, before);
  return after;
}

function withoutAddress(billing: Parsed<typeof BILLING> | undefined) {
  const { address: _, ...rest } = billing ?? {};
  return rest;
}

function detach(world: World, id: string): Stripe.PaymentMethod {
  const before = kept(world, id);
  const owner = idOf(before.customer);
  if (!owner) {
    throw invalid("The payment method you provided is not attached to a customer so detachment is impossible.");
  }
  const after = world.store.save({ ...before, customer: null });
  world.store.remember(id, { spent: true });
  const customer = customerNamed(world, owner);
  if (idOf(customer.invoice_settings.default_payment_method) === id) {
    world.store.save({ ...customer, invoice_settings: { ...customer.invoice_settings, default_payment_method: null } });
  }
  emit(world, "payment_method.detached", after, before);
  endMandates(world, id);
  return after;
}

const TOKEN = { card: { number: "text!", exp_month: "text", exp_year: "text", cvc: "text", name: "text" } } as const;

function makeToken(world: World, params: Parsed<typeof TOKEN>): Stripe.Token {
  if (!params.card) throw missing("card");
  const token: Stripe.Token = {
    id: newId(world.store, "tok_"),
    object: "token",
    client_ip: null,
    created: world.now,
    livemode: false,
    type: "card",
    used: false,
  };
  return world.store.add("token", token, world.account, { card: cardGiven(world, params.card).number });
}

/** The calls about payment methods. */
export const paymentMethodRoutes = [
  route("POST /v1/tokens", TOKEN, makeToken),
  route("POST /v1/payment_methods", CREATE, create),
  route("GET /v1/payment_methods", { ...LIST, customer: "text", type: "text" }, (world, params) =>
    list(world, "payment_method", "/v1/payment_methods", params, {
      fields: { customer: params.customer, type: params.type },
    }),
  ),
  route("GET /v1/payment_methods/:id", {}, (world, _, id) => kept(world, id)),
  route("POST /v1/payment_methods/:id", UPDATE, update),
  route("POST /v1/payment_methods/:id/attach", { customer: "text!" }, (world, params, id) =>
    attach(world, methodNamed(world, id), customerNamed(world, params.customer, "customer").id),
  ),
  route("POST /v1/payment_methods/:id/detach", {}, (world, _, id) => detach(world, id)),
  route("GET /v1/customers/:id/payment_methods", { ...LIST, type: "text" }, (world, params, id) =>
    list(world, "payment_method", `/v1/customers/${id}/payment_methods`, params, {
      fields: { customer: customerNamed(world, id).id, type: params.type },
    }),
  ),
  route("GET /v1/customers/:id/payment_methods/:method", {}, (world, _, id, sub) => {
    const method = kept(world, sub);
    if (idOf(method.customer) !== id) throw unknownId("PaymentMethod", sub, "payment_method");
    return method;
  }),
];
