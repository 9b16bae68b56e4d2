import { moveClock, nowMs, offsetMs } from "./clock.ts";
import { MONEY_LEVERS } from "./control-money.ts";
import { OBJECT_LEVERS } from "./control-objects.ts";
import { type EndpointKind, endpoints } from "./endpoints.ts";
import { addEndpoint } from "./event-routes.ts";
import type { Fault, Faults } from "./faults.ts";
import { type Fields, isFields } from "./form.ts";
import { invalid, missing } from "./refusal.ts";
import type { Store } from "./store.ts";
import { type Courier, postCounts, replay, setPostRules } from "./webhooks.ts";
import type { Worker } from "./worker.ts";
import { openWorld, PLATFORM, plantSeed, type World } from "./world.ts";

/** What the sandbox's own levers can reach. */
export interface Levers {
  store: Store;
  faults: Faults;
  courier: Courier;
  worker: Worker;
  url: () => string;
}

type Lever = (levers: Levers, body: Fields, id: string) => object | Promise<object>;

const LEVERS: readonly [string, RegExp, Lever][] = [
  ["POST", /^\/_emu\/reset$/, ({ store, faults }, body) => reset(store, faults, body)],
  ["GET", /^\/_emu\/clock$/, ({ store }) => clock(store)],
  ["POST", /^\/_emu\/clock$/, ({ store }, body) => turnClock(store, body)],
  ["POST", /^\/_emu\/endpoints$/, (levers, body) => inWorld(levers, (world) => listen(world, body))],
  ["POST", /^\/_emu\/drain$/, ({ worker }) => worker.drain()],
  ["POST", /^\/_emu\/webhooks$/, orderPost],
  ["GET", /^\/_emu\/faults$/, ({ faults }) => ({ waiting: faults.waiting() })],
  ["POST", /^\/_emu\/faults$/, ({ faults }, body) => orderFault(faults, body)],
  ["DELETE", /^\/_emu\/faults$/, ({ faults }) => clearFaults(faults)],
  ...[...MONEY_LEVERS, ...OBJECT_LEVERS].map(([name, act]): [string, RegExp, Lever] => [
    "POST",
    new RegExp(`^/_emu/${name.replace(":id", "([^/]+)")}$`),
    (levers, body, id) => inWorld(levers, (world) => act(world, id, body)),
  ]),
  ["GET", /^\/_emu\/state$/, ({ store }) => stateOf(store)],
];

/** Pulls a lever; undefined when there is none of that name. */
export async function pull(levers: Levers, method: string, path: string, body: Fields): Promise<object | undefined> {
  for (const [verb, pattern, lever] of LEVERS) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return lever(levers, body, match[1] ?? "");
  }
  return undefined;
}

function inWorld<T>(levers: Levers, work: (world: World) => T): T {
  const world = openWorld(levers.store, levers.url(), PLATFORM, { id: null, idempotency_key: null });
  return levers.store.atomically(() => work(world));
}

function reset(store: Store, faults: Faults, body: Fields): object {
  faults.clear();
  store.atomically(() => {
    for (const table of ["object", "setting", "task", "delivery", "idempotency"]) store.db.exec(`delete from ${table}`);
    if (typeof body.seed === "string") plantSeed(store, body.seed);
  });
  return { reset: true };
}

function clock(store: Store): object {
  return { offset_ms: offsetMs(store), now: new Date(nowMs(store)).toISOString() };
}

function turnClock(store: Store, body: Fields): object {
  const to = body.offset_ms === undefined ? offsetMs(store) + Number(body.advance_ms ?? 0) : Number(body.offset_ms);
  if (!Number.isFinite(to)) throw invalid("Give offset_ms or advance_ms, in milliseconds.");
  moveClock(store, to);
  return clock(store);
}

const KINDS: readonly EndpointKind[] = ["platform", "connect", "v2"];

function listen(world: World, body: Fields): object {
  const kind = KINDS.find((known) => known === body.kind);
  if (typeof body.url !== "string") throw missing("url");
  if (typeof body.secret !== "string" || body.secret.trim() === "") throw missing("secret");
  if (!kind) throw invalid(`kind must be one of ${KINDS.join(", ")}`, { param: "kind" });
  const { url, secret } = body;
  const events = Array.isArray(body.events) ? body.events.map(String) : ["*"];
  const known = wiredAs(world, kind);
  if (known) {
    // It stays the same endpoint, wherever it listens now: what waits for it is still delivered, with the new secret.
    world.store.save({ ...known, url, enabled_events: events, status: "enabled" });
    world.store.remember(known.id, { url, secret, kind, events });
  }
  const { id } = known ?? addEndpoint(world, { url, secret, kind, events }).endpoint;
  return { id, url, kind, events };
}

/** The endpoint of a kind that was wired here before: Lode has one of each. */
function wiredAs({ store }: World, kind: EndpointKind) {
  const ids = endpoints(store).flatMap((endpoint) => (endpoint.kind === kind ? [endpoint.id] : []));
  return store.list("webhook_endpoint", {}).find(({ id }) => ids.includes(id));
}

async function orderPost({ store, courier }: Levers, body: Fields): Promise<object> {
  if (body.pause === true) setPostRules(store, { paused: true });
  if (body.resume === true) setPostRules(store, { paused: false });
  if (typeof body.shuffle === "boolean") setPostRules(store, { shuffle: body.shuffle });
  if (typeof body.duplicate === "number") setPostRules(store, { duplicate: Math.max(0, Math.trunc(body.duplicate)) });
  const replayed =
    body.replay === undefined ? 0 : replay(store, typeof body.replay === "number" ? body.replay : undefined);
  const sent = body.flush === true ? await courier.flush(true) : { delivered: 0, failed: 0 };
  return { ...setPostRules(store, {}), replayed, ...sent, deliveries: postCounts(store) };
}

function orderFault(faults: Faults, body: Fields): object {
  const match = isFields(body.match) ? body.match : {};
  const fault: Fault = {
    match: {
      ...(typeof match.method === "string" ? { method: match.method.toUpperCase() } : {}),
      ...(typeof match.path === "string" ? { path: match.path } : {}),
      ...(match.nth === undefined ? {} : { nth: Number(match.nth) }),
    },
    action: String(body.action),
    ...(body.times === undefined ? {} : { times: Number(body.times) }),
  };
  faults.order(fault);
  return { waiting: faults.waiting() };
}

function clearFaults(faults: Faults): object {
  faults.clear();
  return { waiting: [] };
}

function stateOf(store: Store): object {
  const rows = store.db.prepare("select kind, account, body from object order by seq").all();
  const objects: Record<string, object[]> = {};
  for (const row of rows) {
    const kept = objects[String(row.kind)] ?? [];
    objects[String(row.kind)] = kept;
    kept.push({ account: String(row.account), ...(JSON.parse(String(row.body)) as object) });
  }
  const counts = Object.fromEntries(Object.entries(objects).map(([kind, kept]) => [kind, kept.length]));
  const tasks = store.db.prepare("select kind, subject, due_ms from task order by due_ms, seq").all();
  return { counts, objects, tasks, deliveries: postCounts(store), clock: clock(store) };
}
