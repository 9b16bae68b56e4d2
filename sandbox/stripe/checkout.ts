import type Stripe from "stripe";
import { customerNamed } from "./customers.ts";
import { emit } from "./events.ts";
import { isFields, type Tree } from "./form.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { checkCharge, currencyOf } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { beginSetup } from "./setup-intents.ts";
import { later } from "./tasks.ts";
import { newId, type World } from "./world.ts";

const OPEN_SECONDS = 86_400;
const CREATE = {
  mode: ["payment", "setup"],
  customer: "text",
  currency: "text",
  success_url: "text",
  cancel_url: "text",
  client_reference_id: "text",
  metadata: "metadata",
  expires_at: "integer",
  ui_mode: ["hosted_page"],
  locale: "text",
  allowed_payment_method_types: "texts",
  payment_method_options: "any",
  consent_collection: "any",
  custom_text: "any",
  line_items: "any",
  billing_address_collection: ["auto", "required"],
  setup_intent_data: { description: "text", metadata: "metadata" },
  payment_intent_data: {
    description: "text",
    metadata: "metadata",
    receipt_email: "text",
    setup_future_usage: ["off_session", "on_session"],
    statement_descriptor_suffix: "text",
    transfer_group: "text",
  },
} as const;

/** The checkout session with this id. */
export function sessionNamed(world: World, id: string): Stripe.Checkout.Session {
  const session = world.store.find("checkout.session", id, world.account);
  if (!session) throw unknownId("checkout.session", id);
  return session;
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.Checkout.Session {
  if (!params.mode) throw missing("mode");
  if (!params.success_url) throw missing("success_url");
  if (params.mode === "setup" && !params.currency && !params.allowed_payment_method_types) {
    throw invalid("You must provide `currency` when `mode` is `setup` and payment methods are chosen dynamically.", {
      code: "parameter_missing",
      param: "currency",
    });
  }
  const customer = params.customer ? customerNamed(world, params.customer, "customer") : null;
  const priced = params.mode === "payment" ? priceOf(params.line_items) : null;
  const setup = params.mode === "setup" ? setupFor(world, params, customer?.id ?? null) : null;
  const id = newId(world.store, "cs_test_", 58);
  const session: Stripe.Checkout.Session = {
    ...BORING,
    id,
    object: "checkout.session",
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: priced?.amount ?? null,
    amount_total: priced?.amount ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    created: world.now,
    currency: priced?.currency ?? (params.currency ? currencyOf(params.currency) : null),
    customer: customer?.id ?? null,
    customer_email: customer?.email ?? null,
    expires_at: params.expires_at ?? world.now + OPEN_SECONDS,
    metadata: withMetadata({}, params.metadata),
    mode: params.mode,
    payment_intent: null,
    payment_method_types: params.allowed_payment_method_types ?? ["card"],
    payment_status: params.mode === "setup" ? "no_payment_required" : "unpaid",
    setup_intent: setup?.id ?? null,
    status: "open",
    success_url: params.success_url,
    total_details: priced ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
    ui_mode: "hosted_page",
    url: `${world.url}/c/pay/${id}`,
  };
  later(world, "session.expire", id, Math.max(0, session.expires_at - world.now) * 1000);
  const { metadata, ...wish } = params.payment_intent_data ?? {};
  return world.store.add("checkout.session", session, world.account, {
    payment: { ...wish, metadata: withMetadata({}, metadata) },
  });
}

function setupFor(world: World, params: Parsed<typeof CREATE>, customer: string | null): Stripe.SetupIntent {
  return beginSetup(world, {
    customer,
    metadata: withMetadata({}, params.setup_intent_data?.metadata),
    description: params.setup_intent_data?.description ?? null,
    types: params.allowed_payment_method_types,
    options: params.payment_method_options,
  });
}

function priceOf(items: Tree | undefined): { amount: number; currency: string } {
  if (!Array.isArray(items) || items.length === 0) throw missing("line_items");
  let amount = 0;
  let currency = "";
  for (const item of items) {
    const data = isFields(item) ? item.price_data : undefined;
    if (!isFields(item) || !isFields(data))
      throw invalid("The sandbox prices line items by price_data only.", { param: "line_items" });
    amount += Number(data.unit_amount) * Number(item.quantity ?? 1);
    currency = currencyOf(String(data.currency));
  }
  checkCharge(amount, currency);
  return { amount, currency };
}

const BORING = {
  adaptive_pricing: null,
  after_expiration: null,
  allow_promotion_codes: null,
  automatic_tax: { enabled: false, liability: null, provider: null, status: null },
  billing_address_collection: null,
  collected_information: null,
  consent: null,
  consent_collection: null,
  currency_conversion: null,
  custom_fields: [],
  custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
  customer_account: null,
  customer_creation: null,
  customer_details: null,
  discounts: null,
  integration_identifier: null,
  invoice: null,
  invoice_creation: null,
  livemode: false,
  locale: null,
  managed_payments: null,
  origin_context: null,
  payment_link: null,
  payment_method_collection: null,
  payment_method_configuration_details: null,
  payment_method_options: { card: { request_three_d_secure: "automatic" as const } },
  permissions: null,
  recovered_from: null,
  saved_payment_method_options: null,
  shipping_address_collection: null,
  shipping_cost: null,
  shipping_options: [],
  submit_type: null,
  subscription: null,
  wallet_options: null,
} satisfies Partial<Stripe.Checkout.Session>;

/** The person did what the session asked; it closes and tells so. */
export function completeSession(
  world: World,
  session: Stripe.Checkout.Session,
  more: Partial<Stripe.Checkout.Session> = {},
): Stripe.Checkout.Session {
  if (session.status !== "open") return session;
  const customer = idOf(session.customer);
  const known = customer ? customerNamed(world, customer) : null;
  const after = world.store.save<Stripe.Checkout.Session>({
    ...session,
    ...more,
    status: "complete",
    payment_status: session.mode === "setup" ? "no_payment_required" : "paid",
    url: null,
    customer_details: {
      address: null,
      business_name: null,
      email: known?.email ?? null,
      individual_name: null,
      name: known?.name ?? null,
      phone: known?.phone ?? null,
      tax_exempt: "none",
      tax_ids: [],
    },
  });
  emit(world, "checkout.session.completed", after);
  return after;
}

/** An open session ends without anything having happened. */
export function expireSession(world: World, id: string): Stripe.Checkout.Session {
  const session = sessionNamed(world, id);
  if (session.status !== "open") return session;
  const after = world.store.save<Stripe.Checkout.Session>({ ...session, status: "expired", url: null });
  emit(world, "checkout.session.expired", after);
  return after;
}

const FILTER = {
  ...LIST,
  customer: "text",
  payment_intent: "text",
  created: "range",
  status: ["complete", "expired", "open"],
} as const;

/** The calls about checkout sessions. */
export const checkoutRoutes = [
  route("POST /v1/checkout/sessions", CREATE, create),
  route("GET /v1/checkout/sessions", FILTER, (world, params) =>
    list(world, "checkout.session", "/v1/checkout/sessions", params, {
      fields: { customer: params.customer, payment_intent: params.payment_intent, status: params.status },
      created: params.created,
    }),
  ),
  route("GET /v1/checkout/sessions/:id", {}, (world, _, id) => sessionNamed(world, id)),
  route("POST /v1/checkout/sessions/:id/expire", {}, (world, _, id) => {
    const { status } = sessionNamed(world, id);
    if (status !== "open") {
      throw invalid(
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${status}\`.`,
      );
    }
    return expireSession(world, id);
  }),
];
