import type { Kind, Wire } from "./kinds.ts";
import { present } from "./present.ts";
import { invalid } from "./refusal.ts";
import type { World } from "./world.ts";

const DEPTH = 4;

/** Which fields of an object hold the id of another, and of which kind it is. */
const LINKS: { [kind: string]: { [field: string]: readonly Kind[] } } = {
  balance_transaction: {
    source: ["charge", "refund", "transfer", "transfer_reversal", "payout", "dispute", "topup"],
  },
  charge: {
    balance_transaction: ["balance_transaction"],
    customer: ["customer"],
    failure_balance_transaction: ["balance_transaction"],
    payment_intent: ["payment_intent"],
    source_transfer: ["transfer"],
  },
  "checkout.session": {
    customer: ["customer"],
    payment_intent: ["payment_intent"],
    setup_intent: ["setup_intent"],
  },
  customer: { "invoice_settings.default_payment_method": ["payment_method"] },
  dispute: { charge: ["charge"], payment_intent: ["payment_intent"] },
  mandate: { payment_method: ["payment_method"] },
  payment_intent: {
    customer: ["customer"],
    latest_charge: ["charge"],
    payment_method: ["payment_method"],
  },
  payment_method: { customer: ["customer"] },
  payout: {
    balance_transaction: ["balance_transaction"],
    destination: ["bank_account"],
    failure_balance_transaction: ["balance_transaction"],
  },
  refund: {
    balance_transaction: ["balance_transaction"],
    charge: ["charge"],
    failure_balance_transaction: ["balance_transaction"],
    payment_intent: ["payment_intent"],
    payment_method: ["payment_method"],
  },
  setup_intent: {
    customer: ["customer"],
    mandate: ["mandate"],
    payment_method: ["payment_method"],
  },
  topup: { balance_transaction: ["balance_transaction"] },
  transfer: {
    balance_transaction: ["balance_transaction"],
    destination_payment: ["charge"],
    source_transaction: ["charge"],
  },
  transfer_reversal: {
    balance_transaction: ["balance_transaction"],
    destination_payment_refund: ["refund"],
    transfer: ["transfer"],
  },
};

/** The object as it is shown, with the fields the caller asked for written out in full. */
export function expand(world: World, object: object, paths: readonly string[]): object {
  const shown = shownOf(world, object);
  for (const path of paths) {
    const steps = path.split(".");
    if (steps.length > DEPTH) {
      throw invalid(`You cannot expand more than ${DEPTH} levels of a property. Property: ${path}`, {
        param: "expand",
      });
    }
    walk(world, shown, steps, path);
  }
  return shown;
}

function shownOf(world: World, object: object): Record<string, unknown> {
  const shown = { ...(present(world, object as Wire) as Record<string, unknown>) };
  if (Array.isArray(shown.data)) shown.data = shown.data.map((entry) => shownOf(world, entry as object));
  return shown;
}

function walk(world: World, object: Record<string, unknown>, steps: string[], path: string): void {
  const [first = "", ...rest] = steps;
  if (object.object === "list" && first === "data" && rest.length > 0) {
    for (const entry of object.data as Record<string, unknown>[]) walk(world, entry, rest, path);
    return;
  }
  const links = LINKS[String(object.object)] ?? {};
  const nested = `${first}.${rest[0] ?? ""}`;
  if (links[nested] && isRecord(object[first])) {
    const inner = { ...object[first] };
    object[first] = inner;
    unfold(world, inner, rest[0] ?? "", links[nested], rest.slice(1), path);
  } else if (object.object === "charge" && first === "refunds") {
    object.refunds = refundsOf(world, String(object.id));
    if (rest.length > 0) walk(world, object.refunds as Record<string, unknown>, rest, path);
  } else if (links[first]) {
    unfold(world, object, first, links[first], rest, path);
  } else if (rest.length > 0 && isRecord(object[first])) {
    walk(world, object[first], rest, path);
  } else {
    throw notExpandable(path, first, object);
  }
}

function unfold(
  world: World,
  holder: Record<string, unknown>,
  field: string,
  kinds: readonly Kind[],
  rest: string[],
  path: string,
): void {
  const value = holder[field];
  if (typeof value === "string") {
    const found = kinds.map((kind) => world.store.find(kind, value)).find((object) => object !== undefined);
    if (found) holder[field] = shownOf(world, found);
  }
  const inner = holder[field];
  if (rest.length > 0 && isRecord(inner)) walk(world, inner, rest, path);
}

function refundsOf(world: World, charge: string): object {
  const data = world.store.list("refund", { fields: { charge }, limit: 10 }).map((refund) => shownOf(world, refund));
  return { object: "list", data, has_more: false, url: `/v1/charges/${charge}/refunds` };
}

function notExpandable(path: string, field: string, object: Record<string, unknown>): Error {
  const hint = object.object === "list" ? ` You may want to try expanding 'data.${path}' instead.` : "";
  return invalid(`This property cannot be expanded (${field}).${hint}`, { param: "expand" });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
