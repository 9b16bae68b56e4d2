import { SYSTEM } from "#server/kernel/actor.ts";
import { MINUTE_MS, plus } from "#server/kernel/time.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { CollectionId, collect } from "./collection.ts";
import { lockCollection, moveCollection } from "./move-collection.ts";

/** Collections looked at in one go, at most. */
export const COLLECTIONS_PER_SWEEP = 200;
/** A charge that stands still for this long is taken up again: its worker died. */
const SILENT_MS = 2 * MINUTE_MS;

/** Declined charges whose next try is due, and charges that a dead worker left behind. */
export async function retriesDue(now: Date): Promise<void> {
  const due = await db.collection.findMany({
    where: { status: "retry_scheduled", nextAttemptAt: { lte: now } },
    select: { id: true },
    orderBy: { nextAttemptAt: "asc" },
    take: COLLECTIONS_PER_SWEEP,
  });
  for (const { id } of due) await tryAgain(id, now);

  const silent = plus(now, -SILENT_MS);
  const left = await db.collection.findMany({
    where: { status: "collecting", createdAt: { lte: silent }, attempts: { none: { startedAt: { gt: silent } } } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: COLLECTIONS_PER_SWEEP,
  });
  await inTransaction(async (tx) => {
    for (const { id } of left) await ask(tx, id);
  });
}

function tryAgain(id: string, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const collection = await lockCollection(tx, id);
    if (collection.status !== "retry_scheduled" || !collection.nextAttemptAt || collection.nextAttemptAt > now) return;
    await moveCollection(tx, SYSTEM, collection, "collecting");
    await ask(tx, id);
  });
}

const ask = (tx: Parameters<typeof enqueue>[0], id: string): Promise<void> =>
  enqueue(tx, collect, { collectionId: CollectionId.parse(id) }, { key: `collect:${id}` });
