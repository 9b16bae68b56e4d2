import { emit, emitThin } from "./events.ts";
import type { Fields } from "./form.ts";
import { isFields } from "./form.ts";
import type { Kind, Wire } from "./kinds.ts";
import { invalid, missing, unknownId } from "./refusal.ts";
import { settleIn } from "./settlement.ts";
import { as, type World } from "./world.ts";

type ObjectLever = (world: World, id: string, body: Fields) => object;

/** What no call can do: objects are bent, events are told that nobody knows, money settles in another currency. */
export const OBJECT_LEVERS: readonly [string, ObjectLever][] = [
  ["objects/:id", bend],
  ["events", (world, _, body) => tell(world, body)],
  [
    "mandates/:id/deactivate",
    (world, id) => bend(world, id, { set: { status: "inactive" }, event: "mandate.updated" }),
  ],
  ["settlement", (world, _, body) => settleIn(world, text(body.currency), text(body.rate))],
];

/** Sets fields of a kept object to anything, also to words Stripe has not invented yet, and tells it. */
function bend(world: World, id: string, body: Fields): object {
  const { before, account } = objectNamed(world, id);
  if (!isFields(body.set)) throw missing("set");
  const after = world.store.save({ ...before, ...body.set, id, object: before.object });
  if (typeof body.event === "string") emit(as(world, account), body.event, after, before);
  return after;
}

/** Tells an event of any type about an object as it is. */
function tell(world: World, body: Fields): object {
  const { type, object } = body;
  if (typeof type !== "string") throw missing("type");
  if (typeof object !== "string") throw missing("object");
  const { before, account } = objectNamed(world, object);
  if (type.startsWith("v2.")) {
    return emitThin(world, type, { id: object, type: before.object, url: `/v2/core/accounts/${object}` });
  }
  emit(as(world, account), type, before);
  return { told: type };
}

function objectNamed(world: World, id: string): { before: Wire; account: string } {
  const kind = world.store.db.prepare("select kind from object where id = ?").get(id)?.kind;
  const before = kind ? world.store.find(kind as Kind, id) : undefined;
  if (!before) throw unknownId("object", id);
  return { before, account: world.store.place(id)?.account ?? world.account };
}

function text(value: Fields[string] | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw invalid("Give texts.");
}
