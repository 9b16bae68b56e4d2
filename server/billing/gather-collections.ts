import { newId } from "#server/kernel/id.ts";
import { type Currency, MAX_MINOR } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { type CollectionId, collect, MAX_SETTLEMENTS_PER_CHARGE } from "./collection.ts";
import { minimumCharge } from "./settlement.ts";

/** Puts a merchant's accrued settlements of one currency into charges, as soon as together they reach what Stripe charges. */
export async function gatherCollections(tx: Tx, merchantId: string, currency: Currency): Promise<void> {
  while (await gatherOne(tx, merchantId, currency));
}

async function gatherOne(tx: Tx, merchantId: string, currency: Currency): Promise<boolean> {
  const waiting = await tx.settlement.findMany({
    where: { merchantId, currency, status: "accrued", collectionId: null },
    select: { id: true, grossMinor: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_SETTLEMENTS_PER_CHARGE,
  });
  let amountMinor = 0n;
  const taken: string[] = [];
  for (const { id, grossMinor } of waiting) {
    if (amountMinor + grossMinor > MAX_MINOR) break;
    amountMinor += grossMinor;
    taken.push(id);
  }
  if (amountMinor < minimumCharge(currency)) return false;

  const createdAt = await clock.now(tx);
  const id: CollectionId = newId("col", createdAt.getTime());
  await tx.collection.create({ data: { id, merchantId, currency, amountMinor, createdAt } });
  await tx.settlement.updateMany({ where: { id: { in: taken } }, data: { status: "collecting", collectionId: id } });
  await enqueue(tx, collect, { collectionId: id }, { key: `collect:${id}` });
  return true;
}

/** One transaction at a time gathers or takes apart a merchant's charges in one currency. */
export async function lockGathering(tx: Tx, merchantId: string, currency: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`collections:${merchantId}:${currency}`}, 0))`;
}
