import type Stripe from "stripe";
import { customerNamed } from "./customers.ts";
import { emit } from "./events.ts";
import { isFields, type Tree } from "./form.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { methodNamed } from "./payment-methods.ts";
import { route } from "./router.ts";
import { confirmSetup, setupNamed, unexpectedSetup } from "./setup-confirmation.ts";
import { newId, type World } from "./world.ts";

const UPDATE = {
  customer: "text",
  payment_method: "text",
  description: "text?",
  metadata: "metadata",
  allowed_payment_method_types: "texts",
  payment_method_options: "any",
} as const;
const CONFIRM = {
  payment_method: "text",
  return_url: "text",
  mandate_data: "any",
  use_stripe_sdk: "flag",
  payment_method_options: "any",
} as const;
const CREATE = {
  ...UPDATE,
  ...CONFIRM,
  usage: ["off_session", "on_session"],
  confirm: "flag",
  automatic_payment_methods: { enabled: "flag", allow_redirects: ["always", "never"] },
} as const;

/** What a setup intent is begun with. */
interface SetupWish {
  customer: string | null;
  metadata?: Record<string, string>;
  description?: string | null;
  usage?: "off_session" | "on_session";
  method?: string | null;
  types?: string[] | undefined;
  options?: Tree | undefined;
}

/** Begins to keep somebody's payment method for later. */
export function beginSetup(world: World, wish: SetupWish): Stripe.SetupIntent {
  const id = newId(world.store, "seti_");
  const types = wish.types as Stripe.SetupIntent.AllowedPaymentMethodType[] | undefined;
  const intent: Stripe.SetupIntent = {
    id,
    object: "setup_intent",
    allowed_payment_method_types: types ?? null,
    application: null,
    automatic_payment_methods: { enabled: true, allow_redirects: "always" },
    cancellation_reason: null,
    client_secret: `${id}_secret_${newId(world.store, "", 25)}`,
    created: world.now,
    customer: wish.customer,
    customer_account: null,
    description: wish.description ?? null,
    excluded_payment_method_types: null,
    flow_directions: null,
    last_setup_error: null,
    latest_attempt: null,
    livemode: false,
    mandate: null,
    metadata: wish.metadata ?? {},
    next_action: null,
    on_behalf_of: null,
    payment_method: wish.method ?? null,
    payment_method_configuration_details: null,
    payment_method_options: { card: cardOptions(wish.options) },
    payment_method_types: types ?? ["card", "link"],
    single_use_mandate: null,
    status: wish.method ? "requires_confirmation" : "requires_payment_method",
    usage: wish.usage ?? "off_session",
  };
  world.store.add("setup_intent", intent, world.account);
  emit(world, "setup_intent.created", intent);
  return intent;
}

function cardOptions(options: Tree | undefined): Stripe.SetupIntent.PaymentMethodOptions.Card {
  const card = isFields(options) ? options.card : undefined;
  const usage = isFields(card) ? card.setup_credential_usage : undefined;
  return {
    mandate_options: null,
    network: null,
    request_three_d_secure: "automatic",
    ...(usage === "unscheduled" || usage === "recurring" || usage === "installment"
      ? { setup_credential_usage: usage }
      : {}),
  };
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.SetupIntent {
  const intent = beginSetup(world, {
    customer: params.customer ? customerNamed(world, params.customer, "customer").id : null,
    metadata: withMetadata({}, params.metadata),
    description: params.description ?? null,
    usage: params.usage ?? "off_session",
    method: params.payment_method ? methodNamed(world, params.payment_method).id : null,
    types: params.allowed_payment_method_types,
    options: params.payment_method_options,
  });
  return params.confirm ? confirmSetup(world, intent, undefined, params.return_url) : intent;
}

function update(world: World, params: Parsed<typeof UPDATE>, id: string): Stripe.SetupIntent {
  const before = setupNamed(world, id);
  if (!before.status.startsWith("requires_")) throw unexpectedSetup(before, "update");
  const method = params.payment_method ? methodNamed(world, params.payment_method).id : idOf(before.payment_method);
  return world.store.save<Stripe.SetupIntent>({
    ...before,
    customer: params.customer ? customerNamed(world, params.customer, "customer").id : before.customer,
    payment_method: method,
    description: params.description === undefined ? before.description : params.description,
    metadata: withMetadata(before.metadata, params.metadata),
    status: method && before.status === "requires_payment_method" ? "requires_confirmation" : before.status,
  });
}

const CANCEL = { cancellation_reason: ["abandoned", "duplicate", "requested_by_customer"] } as const;

function cancel(world: World, params: Parsed<typeof CANCEL>, id: string): Stripe.SetupIntent {
  const before = setupNamed(world, id);
  if (!before.status.startsWith("requires_")) throw unexpectedSetup(before, "cancel");
  const after = world.store.save<Stripe.SetupIntent>({
    ...before,
    status: "canceled",
    cancellation_reason: params.cancellation_reason ?? null,
    next_action: null,
  });
  emit(world, "setup_intent.canceled", after);
  return after;
}

const FILTER = { ...LIST, customer: "text", payment_method: "text", created: "range" } as const;

/** The calls about setup intents. */
export const setupIntentRoutes = [
  route("POST /v1/setup_intents", CREATE, create),
  route("GET /v1/setup_intents", FILTER, (world, params) =>
    list(world, "setup_intent", "/v1/setup_intents", params, {
      fields: { customer: params.customer, payment_method: params.payment_method },
      created: params.created,
    }),
  ),
  route("GET /v1/setup_intents/:id", { client_secret: "text" }, (world, _, id) => setupNamed(world, id)),
  route("POST /v1/setup_intents/:id", UPDATE, update),
  route("POST /v1/setup_intents/:id/confirm", CONFIRM, (world, params, id) =>
    confirmSetup(world, setupNamed(world, id), params.payment_method, params.return_url),
  ),
  route("POST /v1/setup_intents/:id/cancel", CANCEL, cancel),
];
