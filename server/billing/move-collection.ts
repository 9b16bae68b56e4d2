import type { CollectionStatus, Prisma } from "#prisma";
import type { Author } from "#server/kernel/actor.ts";
import { recordMoney } from "#server/payouts/record-money.ts";
import type { Tx } from "#server/platform/db.ts";
import { assertMove, collectionIsUnknown } from "./collection.ts";

export type LockedCollection = Prisma.CollectionGetPayload<{ include: { settlements: true; attempts: true } }>;

/** A collection with its settlements and tries, nobody else changing it. */
export async function lockCollection(tx: Tx, collectionId: string): Promise<LockedCollection> {
  await tx.$executeRaw`select 1 from collection where id = ${collectionId} for update`;
  const collection = await tx.collection.findUnique({
    where: { id: collectionId },
    include: { settlements: { orderBy: { id: "asc" } }, attempts: { orderBy: { n: "asc" } } },
  });
  if (!collection) throw collectionIsUnknown();
  return collection;
}

/** Moves a collection and its settlements to a state, when the table of states allows it, and tells the merchant. */
export async function moveCollection(
  tx: Tx,
  author: Author,
  collection: LockedCollection,
  to: CollectionStatus,
  { reason, ...data }: Prisma.CollectionUpdateInput & { reason?: string | null } = {},
): Promise<void> {
  const { id, status: from, merchantId } = collection;
  assertMove(from, to);
  await tx.collection.update({
    where: { id },
    data: { declineCode: null, nextAttemptAt: null, actionUrl: null, ...data, status: to },
  });
  await tx.settlement.updateMany({ where: { collectionId: id }, data: { status: to } });
  await recordMoney(tx, author, {
    what: `collection.${to}`,
    about: id,
    audience: [merchantId],
    detail: { from, to, ...(reason && { reason }) },
  });
}
