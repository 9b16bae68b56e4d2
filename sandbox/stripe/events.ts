import { nowMs } from "./clock.ts";
import { endpointsFor } from "./endpoints.ts";
import type { SnapshotEvent, ThinEvent, Wire } from "./kinds.ts";
import { present } from "./present.ts";
import { API_VERSION, newId, PLATFORM, type World } from "./world.ts";

/** Records that something happened to an object, and puts it in the post for every endpoint that listens. */
export function emit(world: World, type: string, object: Wire | { object: string }, before?: object): void {
  const event: SnapshotEvent = {
    id: newId(world.store, "evt_"),
    object: "event",
    api_version: API_VERSION,
    created: world.now,
    data: before
      ? { object: present(world, object), previous_attributes: changed(before, object) }
      : { object: present(world, object) },
    livemode: false,
    pending_webhooks: 0,
    request: world.request,
    type,
    ...(world.account === PLATFORM ? {} : { account: world.account }),
  };
  world.store.add("event", event, world.account);
  post(world, event.id, type, world.account === PLATFORM ? "platform" : "connect");
}

/** Records a v2 event, which names its object without showing it. */
export function emitThin(
  world: World,
  type: string,
  related: { id: string; type: string; url: string } | null,
): ThinEvent {
  const { id, idempotency_key } = world.request;
  const event: ThinEvent = {
    id: newId(world.store, "evt_test_"),
    object: "v2.core.event",
    created: new Date(nowMs(world.store)).toISOString(),
    livemode: false,
    ...(id ? { reason: { type: "request", request: { id, idempotency_key: idempotency_key ?? "" } } } : {}),
    ...(related ? { related_object: related } : {}),
    type,
  };
  world.store.add("v2.core.event", event, PLATFORM);
  post(world, event.id, type, "v2");
  return event;
}

function post(world: World, event: string, type: string, kind: "platform" | "connect" | "v2"): void {
  const insert = world.store.db.prepare(
    "insert into delivery (event, endpoint, state, due_ms) values (?, ?, 'waiting', ?)",
  );
  for (const endpoint of endpointsFor(world.store, kind, type)) insert.run(event, endpoint, Date.now());
}

function changed(before: object, after: object): object {
  const now = after as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now[name])),
  );
}
