import type { Author } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { recordMoney } from "#server/payouts/record-money.ts";
import { voidEarning } from "#server/payouts/void-earning.ts";
import type { Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { voided } from "./bookings.ts";
import { CollectionId, cancelIntent } from "./collection.ts";
import { gatherCollections, lockGathering } from "./gather-collections.ts";
import { lockCollection, moveCollection } from "./move-collection.ts";
import {
  settlementIsBeingCharged,
  settlementIsCharged,
  settlementIsUnknown,
  type VoidSettlement,
} from "./settlement.ts";

/**
 * The fee of a deal is not owed after all, before anything was charged. A charge that held other settlements too is given up
 * with it, and they are collected by another. While a try to charge is open its end is not known, so it is refused.
 */
export async function voidSettlement(tx: Tx, author: Author, { settlementId, reason }: VoidSettlement): Promise<void> {
  const known = await tx.settlement.findUnique({ where: { id: settlementId } });
  if (!known) throw settlementIsUnknown();
  if (known.collectionId) await giveUpCharge(tx, author, known.collectionId, reason);
  await lockGathering(tx, known.merchantId, known.currency);
  const settlement = await tx.settlement.findUniqueOrThrow({ where: { id: settlementId } });
  if (settlement.status === "void") return;
  if (settlement.status !== "accrued") throw settlementIsCharged();

  await tx.settlement.update({ where: { id: settlementId }, data: { status: "void" } });
  await voidEarning(tx, author, { settlementId, reason });
  const { merchantId, providerId, currency } = settlement;
  const platform = moneyOf(settlement.platformMinor, currency);
  await gatherCollections(tx, merchantId, platform.currency);
  await recordMoney(tx, author, {
    what: "settlement.voided",
    about: settlementId,
    audience: [merchantId, providerId],
    detail: { from: known.status, to: "void", reason },
  });
  const provider = moneyOf(settlement.providerMinor, currency);
  await transfer(tx, voided({ id: settlementId, merchantId, providerId, platform, provider }));
}

async function giveUpCharge(tx: Tx, author: Author, collectionId: string, reason: string): Promise<void> {
  const collection = await lockCollection(tx, collectionId);
  if (collection.status === "void") return;
  if (collection.status === "collected" || collection.status === "uncollectible") throw settlementIsCharged();
  if (collection.status === "processing" || collection.attempts.some((attempt) => attempt.endedAt === null))
    throw settlementIsBeingCharged();
  await moveCollection(tx, author, collection, "void", { reason });
  await tx.settlement.updateMany({ where: { collectionId }, data: { status: "accrued", collectionId: null } });
  await enqueue(
    tx,
    cancelIntent,
    { collectionId: CollectionId.parse(collectionId) },
    { key: `cancel:${collectionId}` },
  );
}
