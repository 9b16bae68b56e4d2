import type Stripe from "stripe";
import { METHOD_TYPES } from "./bank-debits.ts";
import { settleLater } from "./charges.ts";
import { CONFIRM, type Confirmation, confirm } from "./confirmation.ts";
import { customerNamed } from "./customers.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { checkCharge, currencyOf } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { intentNamed, unexpectedState } from "./payment-intent-state.ts";
import { methodNamed } from "./payment-methods.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { searchMetadata } from "./search.ts";
import { newId, type World } from "./world.ts";

const COMMON = {
  amount: "integer",
  currency: "text",
  customer: "text",
  payment_method: "text",
  allowed_payment_method_types: "texts",
  setup_future_usage: ["off_session", "on_session"],
  capture_method: ["automatic", "automatic_async", "manual"],
  transfer_group: "text",
  metadata: "metadata",
  description: "text?",
  statement_descriptor: "text",
  statement_descriptor_suffix: "text",
  receipt_email: "text?",
  payment_method_options: "any",
  application_fee_amount: "integer",
  transfer_data: "any",
} as const;
const CREATE = {
  ...COMMON,
  amount: "integer!",
  currency: "text!",
  automatic_payment_methods: { enabled: "flag", allow_redirects: ["always", "never"] },
  confirm: "flag",
  confirmation_method: ["automatic"],
  off_session: "flag",
  error_on_requires_action: "flag",
  return_url: "text",
  mandate: "text",
  mandate_data: "any",
  use_stripe_sdk: "flag",
} as const;

/** Begins a payment; nothing moves before it is confirmed. */
export function beginPayment(world: World, params: Parsed<typeof CREATE>): Stripe.PaymentIntent {
  const currency = currencyOf(params.currency);
  checkCharge(params.amount, currency);
  checkShares(params);
  if (params.off_session && !params.confirm) {
    throw invalid("The parameter `off_session` can only be passed when `confirm=true`.", { param: "off_session" });
  }
  const id = newId(world.store, "pi_");
  const intent: Stripe.PaymentIntent = {
    id,
    object: "payment_intent",
    allowed_payment_method_types: typesGiven(params.allowed_payment_method_types) ?? null,
    amount: params.amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: {
      enabled: true,
      allow_redirects: params.automatic_payment_methods?.allow_redirects ?? "always",
    },
    canceled_at: null,
    cancellation_reason: null,
    capture_method: params.capture_method ?? "automatic_async",
    client_secret: `${id}_secret_${newId(world.store, "", 25)}`,
    confirmation_method: "automatic",
    created: world.now,
    currency,
    customer: params.customer ? customerNamed(world, params.customer, "customer").id : null,
    customer_account: null,
    description: params.description ?? null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: null,
    metadata: withMetadata({}, params.metadata),
    next_action: null,
    on_behalf_of: null,
    payment_method: params.payment_method ? methodNamed(world, params.payment_method).id : null,
    payment_method_configuration_details: null,
    payment_method_options: {
      card: { installments: null, mandate_options: null, network: null, request_three_d_secure: "automatic" },
    },
    payment_method_types: typesGiven(params.allowed_payment_method_types) ?? ["card", "link"],
    payment_record: null,
    processing: null,
    receipt_email: params.receipt_email ?? null,
    review: null,
    setup_future_usage: params.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: params.statement_descriptor ?? null,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? null,
    status: params.payment_method ? "requires_confirmation" : "requires_payment_method",
    transfer_group: params.transfer_group ?? null,
  };
  world.store.add("payment_intent", intent, world.account);
  emit(world, "payment_intent.created", intent);
  return params.confirm ? confirm(world, intent, confirmationOf(params)) : intent;
}

function confirmationOf(params: Parsed<typeof CREATE>): Confirmation {
  const { off_session, error_on_requires_action, return_url } = params;
  return {
    ...(off_session === undefined ? {} : { off_session }),
    ...(error_on_requires_action === undefined ? {} : { error_on_requires_action }),
    ...(return_url === undefined ? {} : { return_url }),
  };
}

function checkShares(params: { application_fee_amount?: number; transfer_data?: unknown }): void {
  if (params.transfer_data !== undefined) {
    throw invalid("The sandbox knows separate charges and transfers only: leave transfer_data out.", {
      param: "transfer_data",
    });
  }
  if (params.application_fee_amount === undefined) return;
  const message =
    "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment (using an OAuth key or Stripe-Account header) or destination payment (using `transfer_data[destination]`).";
  throw invalid(message, { param: "application_fee_amount" });
}

function typesGiven(types: string[] | undefined): Stripe.PaymentIntent.AllowedPaymentMethodType[] | undefined {
  const wrong = types?.find((type) => !METHOD_TYPES.some((known) => known === type));
  if (wrong) {
    throw invalid(`The payment method type "${wrong}" is invalid.`, { param: "allowed_payment_method_types" });
  }
  return types as Stripe.PaymentIntent.AllowedPaymentMethodType[] | undefined;
}

function update(world: World, params: Parsed<typeof COMMON>, id: string): Stripe.PaymentIntent {
  const before = intentNamed(world, id);
  const currency = currencyOf(params.currency ?? before.currency);
  checkShares(params);
  const touchesMoney = [params.amount, params.currency, params.payment_method, params.customer].some(
    (x) => x !== undefined,
  );
  if (touchesMoney && !before.status.startsWith("requires_")) throw unexpectedState(before, "update");
  checkCharge(params.amount ?? before.amount, currency);
  const method = params.payment_method ? methodNamed(world, params.payment_method).id : idOf(before.payment_method);
  const after = world.store.save<Stripe.PaymentIntent>({
    ...before,
    amount: params.amount ?? before.amount,
    currency,
    customer: params.customer ? customerNamed(world, params.customer, "customer").id : before.customer,
    payment_method: method,
    status: before.status === "requires_payment_method" && method ? "requires_confirmation" : before.status,
    allowed_payment_method_types:
      typesGiven(params.allowed_payment_method_types) ?? before.allowed_payment_method_types,
    setup_future_usage: params.setup_future_usage ?? before.setup_future_usage,
    transfer_group: params.transfer_group ?? before.transfer_group,
    metadata: withMetadata(before.metadata, params.metadata),
    description: params.description === undefined ? before.description : params.description,
    receipt_email: params.receipt_email === undefined ? before.receipt_email : params.receipt_email,
    statement_descriptor_suffix: params.statement_descriptor_suffix ?? before.statement_descriptor_suffix,
  });
  return after;
}

const CANCEL = {
  cancellation_reason: ["abandoned", "duplicate", "fraudulent", "requested_by_customer"],
} as const;

function cancel(world: World, params: Parsed<typeof CANCEL>, id: string): Stripe.PaymentIntent {
  const before = intentNamed(world, id);
  if (!before.status.startsWith("requires_")) throw unexpectedState(before, "cancel");
  const after = world.store.save<Stripe.PaymentIntent>({
    ...before,
    status: "canceled",
    canceled_at: world.now,
    cancellation_reason: params.cancellation_reason ?? null,
    amount_capturable: 0,
    next_action: null,
  });
  emit(world, "payment_intent.canceled", after);
  return after;
}

const CAPTURE = { amount_to_capture: "integer", metadata: "metadata" } as const;

function capture(world: World, params: Parsed<typeof CAPTURE>, id: string): Stripe.PaymentIntent {
  const before = intentNamed(world, id);
  if (before.status !== "requires_capture") throw unexpectedState(before, "capture");
  const amount = params.amount_to_capture ?? before.amount_capturable;
  if (amount < 1 || amount > before.amount_capturable) {
    throw invalid("The amount to capture is not between 1 and what can be captured.", { param: "amount_to_capture" });
  }
  const charge = world.store.find("charge", idOf(before.latest_charge) ?? "", world.account);
  if (!charge) throw unknownId("charge", idOf(before.latest_charge) ?? "");
  const captured = world.store.save({ ...charge, captured: true, amount_captured: amount });
  settleLater(world, captured);
  const after = world.store.save<Stripe.PaymentIntent>({
    ...before,
    status: "succeeded",
    amount_capturable: 0,
    amount_received: amount,
    metadata: withMetadata(before.metadata, params.metadata),
  });
  emit(world, "charge.captured", captured);
  emit(world, "payment_intent.succeeded", after);
  return after;
}

/** The calls about payment intents. */
export const paymentIntentRoutes = [
  route("POST /v1/payment_intents", CREATE, beginPayment),
  route("GET /v1/payment_intents", { ...LIST, customer: "text", created: "range" }, (world, params) =>
    list(world, "payment_intent", "/v1/payment_intents", params, {
      fields: { customer: params.customer },
      created: params.created,
    }),
  ),
  route("GET /v1/payment_intents/search", { query: "text!", limit: "integer", page: "text" }, (world, params) =>
    searchMetadata(world, "payment_intent", "/v1/payment_intents/search", params),
  ),
  route("GET /v1/payment_intents/:id", { client_secret: "text" }, (world, _, id) => intentNamed(world, id)),
  route("POST /v1/payment_intents/:id", COMMON, update),
  route("POST /v1/payment_intents/:id/confirm", CONFIRM, (world, params, id) =>
    confirm(world, intentNamed(world, id), params),
  ),
  route("POST /v1/payment_intents/:id/cancel", CANCEL, cancel),
  route("POST /v1/payment_intents/:id/capture", CAPTURE, capture),
];
