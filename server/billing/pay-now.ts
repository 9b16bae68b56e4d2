import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import {
  type AboutCollection,
  type CollectionId,
  collect,
  collectionIsUnknown,
  collectionWaitsForNobody,
  readIntent,
} from "./collection.ts";
import { type LockedCollection, lockCollection, moveCollection } from "./move-collection.ts";
import { addAttempt } from "./start-attempt.ts";

/**
 * The merchant pays a declined charge in person: the same payment is confirmed with its owner there, and the feed brings the
 * address of their bank. When the bank was asked already, what came of it is read again.
 */
export function payNow(actor: Actor, { collectionId }: AboutCollection): Promise<void> {
  return inTransaction(async (tx) => {
    const collection = await lockOwn(tx, actor, collectionId);
    if (collection.attempts.some((attempt) => attempt.endedAt === null)) return readAgain(tx, collectionId);
    if (collection.status !== "action_required" && collection.status !== "retry_scheduled")
      throw collectionWaitsForNobody({ status: collection.status });
    const where = { merchantId: actor.organisationId, endedAt: null };
    const method = await tx.paymentMethod.findFirst({ where, select: { id: true } });
    if (!method) throw collectionWaitsForNobody({ status: "no_payment_method" });
    await addAttempt(tx, collection, method.id, true);
    await moveCollection(tx, actor, collection, "collecting");
    await enqueue(tx, collect, { collectionId }, { key: `collect:${collectionId}` });
  });
}

/** The merchant is back from the bank's page: the payment is read again. */
export function refreshCollection(actor: Actor, { collectionId }: AboutCollection): Promise<void> {
  return inTransaction(async (tx) => {
    await lockOwn(tx, actor, collectionId);
    await readAgain(tx, collectionId);
  });
}

async function lockOwn(tx: Tx, actor: Actor, collectionId: CollectionId): Promise<LockedCollection> {
  const collection = await lockCollection(tx, collectionId);
  if (collection.merchantId !== actor.organisationId) throw collectionIsUnknown();
  return collection;
}

const readAgain = (tx: Tx, collectionId: CollectionId): Promise<void> =>
  enqueue(tx, readIntent, { collectionId }, { key: `read-intent:${collectionId}` });
