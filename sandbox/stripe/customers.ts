import type Stripe from "stripe";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { attach, methodNamed } from "./payment-methods.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { newId, type World } from "./world.ts";

const PLACE = {
  city: "text?",
  country: "text?",
  line1: "text?",
  line2: "text?",
  postal_code: "text?",
  state: "text?",
} as const;
const FIELDS = {
  email: "text?",
  name: "text?",
  description: "text?",
  phone: "text?",
  address: PLACE,
  metadata: "metadata",
  invoice_settings: { default_payment_method: "text?" },
  preferred_locales: "texts",
  tax_exempt: ["none", "exempt", "reverse"],
} as const;
const CREATE = { ...FIELDS, payment_method: "text" } as const;

/** The customer with this id; a deleted one is no longer there. */
export function customerNamed(world: World, id: string, param = "id"): Stripe.Customer {
  const customer = world.store.find("customer", id, world.account);
  if (!customer || world.store.place(id)?.aside.deleted) throw unknownId("customer", id, param);
  return customer;
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.Customer {
  const id = newId(world.store, "cus_", 14);
  const customer: Stripe.Customer = {
    id,
    object: "customer",
    address: params.address ? addressOf(params.address) : null,
    balance: 0,
    created: world.now,
    currency: null,
    default_source: null,
    delinquent: false,
    description: params.description ?? null,
    discount: null,
    email: params.email ?? null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    metadata: withMetadata({}, params.metadata),
    name: params.name ?? null,
    next_invoice_sequence: 1,
    phone: params.phone ?? null,
    preferred_locales: params.preferred_locales ?? [],
    shipping: null,
    tax_exempt: params.tax_exempt ?? "none",
    test_clock: null,
  };
  world.store.add("customer", customer, world.account);
  if (params.payment_method) attach(world, methodNamed(world, params.payment_method), id);
  const complete = setDefault(world, customer, params.invoice_settings);
  emit(world, "customer.created", complete);
  return complete;
}

function addressOf(given: Parsed<typeof PLACE>): Stripe.Address {
  return { city: null, country: null, line1: null, line2: null, postal_code: null, state: null, ...given };
}

function setDefault(
  world: World,
  customer: Stripe.Customer,
  settings: { default_payment_method?: string | null } | undefined,
): Stripe.Customer {
  const method = settings?.default_payment_method;
  if (method === undefined) return customer;
  if (method !== null) {
    const kept = world.store.find("payment_method", method, world.account);
    if (!kept) throw unknownId("PaymentMethod", method, "invoice_settings[default_payment_method]");
    if (idOf(kept.customer) !== customer.id) {
      throw invalid(
        "The customer does not have a payment method with the ID " +
          `${method}. The payment method must be attached to the customer.`,
        { code: "resource_missing", param: "invoice_settings[default_payment_method]" },
      );
    }
  }
  const invoice_settings = { ...customer.invoice_settings, default_payment_method: method };
  return world.store.save({ ...customer, invoice_settings });
}

function update(world: World, params: Parsed<typeof FIELDS>, id: string): Stripe.Customer {
  const before = customerNamed(world, id);
  const after = setDefault(
    world,
    world.store.save<Stripe.Customer>({
      ...before,
      description: params.description === undefined ? before.description : params.description,
      email: params.email === undefined ? before.email : params.email,
      name: params.name === undefined ? (before.name ?? null) : params.name,
      address: params.address ? addressOf(params.address) : (before.address ?? null),
      phone: params.phone === undefined ? (before.phone ?? null) : params.phone,
      preferred_locales: params.preferred_locales ?? before.preferred_locales ?? [],
      tax_exempt: params.tax_exempt ?? before.tax_exempt ?? "none",
      metadata: withMetadata(before.metadata, params.metadata),
    }),
    params.invoice_settings,
  );
  emit(world, "customer.updated", after, before);
  return after;
}

function remove(world: World, id: string): Stripe.DeletedCustomer {
  const customer = customerNamed(world, id);
  world.store.remember(id, { deleted: true });
  for (const method of world.store.list("payment_method", { fields: { customer: id } })) {
    world.store.save({ ...method, customer: null });
    world.store.remember(method.id, { spent: true });
  }
  emit(world, "customer.deleted", customer);
  return { id, object: "customer", deleted: true };
}

function retrieve(world: World, id: string): Stripe.Customer | Stripe.DeletedCustomer {
  const deleted = world.store.place(id)?.aside.deleted;
  return deleted ? { id, object: "customer", deleted: true } : customerNamed(world, id);
}

/** The calls about customers. */
export const customerRoutes = [
  route("POST /v1/customers", CREATE, create),
  route("GET /v1/customers", { ...LIST, email: "text", created: "range" }, (world, params) =>
    list(world, "customer", "/v1/customers", params, {
      fields: { email: params.email },
      created: params.created,
      only: (customer: Stripe.Customer) => !world.store.place(customer.id)?.aside.deleted,
    }),
  ),
  route("GET /v1/customers/:id", {}, (world, _, id) => retrieve(world, id)),
  route("POST /v1/customers/:id", FIELDS, update),
  route("DELETE /v1/customers/:id", {}, (world, _, id) => remove(world, id)),
];
