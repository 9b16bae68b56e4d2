import { randomBytes } from "node:crypto";
import type Stripe from "stripe";
import type { EndpointKind } from "./endpoints.ts";
import { emitThin } from "./events.ts";
import type { SnapshotEvent } from "./kinds.ts";
import { LIST, list, pageOf } from "./lists.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { API_VERSION, newId, PLATFORM, type World } from "./world.ts";

const CREATE = {
  url: "text!",
  enabled_events: "texts",
  connect: "flag",
  description: "text?",
  metadata: "metadata",
  api_version: "text",
} as const;
const UPDATE = {
  url: "text",
  enabled_events: "texts",
  description: "text?",
  metadata: "metadata",
  disabled: "flag",
} as const;
const DESTINATION = {
  name: "text!",
  type: ["webhook_endpoint"],
  event_payload: ["snapshot", "thin"],
  enabled_events: "texts",
  events_from: "texts",
  description: "text",
  metadata: "metadata",
  include: "texts",
  snapshot_api_version: "text",
  webhook_endpoint: { url: "text!" },
} as const;

/** An address that will be told of v1 events. */
export function addEndpoint(
  world: World,
  wish: { url: string; events: string[]; kind: EndpointKind; secret?: string; description?: string | null },
  metadata: Record<string, string> = {},
): { endpoint: Stripe.WebhookEndpoint; secret: string } {
  const secret = wish.secret ?? `whsec_${randomBytes(24).toString("base64url")}`;
  const endpoint: Stripe.WebhookEndpoint = {
    id: newId(world.store, "we_"),
    object: "webhook_endpoint",
    api_version: API_VERSION,
    application: null,
    created: world.now,
    description: wish.description ?? null,
    enabled_events: wish.events,
    livemode: false,
    metadata,
    status: "enabled",
    url: wish.url,
  };
  const { url, events, kind } = wish;
  world.store.add("webhook_endpoint", endpoint, PLATFORM, { url, events, kind, secret });
  return { endpoint, secret };
}

function endpointNamed(world: World, id: string): Stripe.WebhookEndpoint {
  const endpoint = world.store.find("webhook_endpoint", id, PLATFORM);
  if (!endpoint) throw unknownId("webhook endpoint", id);
  return endpoint;
}

function update(world: World, params: Parsed<typeof UPDATE>, id: string): Stripe.WebhookEndpoint {
  const before = endpointNamed(world, id);
  const after = world.store.save<Stripe.WebhookEndpoint>({
    ...before,
    url: params.url ?? before.url,
    enabled_events: params.enabled_events ?? before.enabled_events,
    description: params.description === undefined ? before.description : params.description,
    metadata: withMetadata(before.metadata, params.metadata),
    status: params.disabled === undefined ? before.status : params.disabled ? "disabled" : "enabled",
  });
  world.store.remember(id, { url: after.url, events: after.enabled_events });
  return after;
}

function createDestination(world: World, params: Parsed<typeof DESTINATION>): object {
  const url = params.webhook_endpoint?.url;
  if (!url) throw missing("webhook_endpoint.url");
  if (params.event_payload !== "thin") {
    throw invalid("The sandbox sends thin events to event destinations; use a webhook endpoint for snapshots.", {
      param: "event_payload",
    });
  }
  const moment = new Date(world.now * 1000).toISOString();
  const destination: Stripe.V2.Core.EventDestination = {
    id: newId(world.store, "ed_test_"),
    object: "v2.core.event_destination",
    created: moment,
    description: params.description ?? "",
    enabled_events: params.enabled_events ?? [],
    event_payload: "thin",
    events_from: params.events_from ?? ["self"],
    livemode: false,
    metadata: withMetadata({}, params.metadata),
    name: params.name,
    status: "enabled",
    type: "webhook_endpoint",
    updated: moment,
  };
  const secret = `whsec_${randomBytes(24).toString("base64url")}`;
  const aside = { url, events: destination.enabled_events, kind: "v2", secret };
  world.store.add("v2.core.event_destination", destination, PLATFORM, aside);
  return withAddress(destination, params.include, url, secret);
}

function withAddress(
  destination: Stripe.V2.Core.EventDestination,
  include: readonly string[] | undefined,
  url: string,
  secret: string,
): object {
  const webhook_endpoint = {
    ...(include?.includes("webhook_endpoint.url") ? { url } : {}),
    ...(include?.includes("webhook_endpoint.signing_secret") ? { signing_secret: secret } : {}),
  };
  return Object.keys(webhook_endpoint).length > 0 ? { ...destination, webhook_endpoint } : destination;
}

function destinationNamed(world: World, id: string): Stripe.V2.Core.EventDestination {
  const destination = world.store.find("v2.core.event_destination", id, PLATFORM);
  if (!destination) throw unknownId("event destination", id);
  return destination;
}

const EVENTS = { ...LIST, type: "text", types: "texts", created: "range", delivery_success: "flag" } as const;

function listEvents(world: World, params: Parsed<typeof EVENTS>): object {
  if (params.type && params.types) throw invalid("You may only specify one of these parameters: type, types.");
  const names = params.types ?? (params.type ? [params.type] : undefined);
  const waits = world.store.db.prepare("select 1 from delivery where event = ? and state <> 'done' limit 1");
  const wanted = (event: SnapshotEvent) => {
    if (names && !names.some((name) => matches(name, event.type))) return false;
    return params.delivery_success === undefined || (waits.get(event.id) === undefined) === params.delivery_success;
  };
  const filtered = names !== undefined || params.delivery_success !== undefined;
  return list(world, "event", "/v1/events", params, { created: params.created, ...(filtered ? { only: wanted } : {}) });
}

function matches(name: string, type: string): boolean {
  return name === type || (name.endsWith("*") && type.startsWith(name.slice(0, -1)));
}

/** The calls about events and those who are told of them. */
export const eventRoutes = [
  route("GET /v1/events", EVENTS, listEvents),
  route("GET /v1/events/:id", {}, (world, _, id) => {
    const event = world.store.find("event", id, world.account);
    if (!event) throw unknownId("event", id);
    return event;
  }),
  route("POST /v1/webhook_endpoints", CREATE, (world, params) => {
    if (!params.enabled_events) throw missing("enabled_events");
    const kind = params.connect ? "connect" : "platform";
    const wish = {
      url: params.url,
      events: params.enabled_events,
      kind,
      description: params.description ?? null,
    } as const;
    const { endpoint, secret } = addEndpoint(world, wish, withMetadata({}, params.metadata));
    return { ...endpoint, secret };
  }),
  route("GET /v1/webhook_endpoints", LIST, (world, params) =>
    list(world, "webhook_endpoint", "/v1/webhook_endpoints", params),
  ),
  route("GET /v1/webhook_endpoints/:id", {}, (world, _, id) => endpointNamed(world, id)),
  route("POST /v1/webhook_endpoints/:id", UPDATE, update),
  route("DELETE /v1/webhook_endpoints/:id", {}, (world, _, id) => {
    world.store.remove(endpointNamed(world, id).id);
    return { id, object: "webhook_endpoint", deleted: true };
  }),
  route(
    "GET /v2/core/events",
    { limit: "integer", page: "text", object_id: "text", types: "texts", created: "any" },
    (world, params) =>
      pageOf(
        world,
        "v2.core.event",
        "/v2/core/events",
        params,
        (event) => event,
        (event) =>
          (params.object_id === undefined || event.related_object?.id === params.object_id) &&
          (params.types === undefined || params.types.includes(event.type)),
      ),
  ),
  route("GET /v2/core/events/:id", {}, (world, _, id) => {
    const event = world.store.find("v2.core.event", id, PLATFORM);
    if (!event) throw unknownId("event", id);
    return event;
  }),
  route("POST /v2/core/event_destinations", DESTINATION, createDestination),
  route("GET /v2/core/event_destinations", { limit: "integer", page: "text", include: "texts" }, (world, params) =>
    pageOf(world, "v2.core.event_destination", "/v2/core/event_destinations", params, (destination) => destination),
  ),
  route("GET /v2/core/event_destinations/:id", { include: "texts" }, (world, params, id) => {
    const destination = destinationNamed(world, id);
    return withAddress(destination, params.include, String(world.store.place(id)?.aside.url ?? ""), "");
  }),
  route("DELETE /v2/core/event_destinations/:id", {}, (world, _, id) => {
    world.store.remove(destinationNamed(world, id).id);
    return { id, object: "v2.core.event_destination", deleted: true };
  }),
  route("POST /v2/core/event_destinations/:id/ping", {}, (world, _, id) => {
    const type = "v2.core.event_destination";
    destinationNamed(world, id);
    return emitThin(world, `${type}.ping`, { id, type, url: `/v2/core/event_destinations/${id}` });
  }),
];
