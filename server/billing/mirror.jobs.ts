import { isCurrency, moneyOf } from "#server/kernel/money.ts";
import { DAY_MS, MINUTE_MS, plus } from "#server/kernel/time.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { log } from "#server/platform/log.ts";
import { enqueue, handle } from "#server/platform/queue.ts";
import { type Stripe, stripe } from "#server/platform/stripe.ts";
import { type Movement, mirrorCharge, mirrorRecent, mirrorTransfer } from "./balance-transaction.ts";
import { keepMovement } from "./keep-movement.ts";

/** Movements read in one go, at most. */
export const MOVEMENTS_PER_READING = 2_000;
/** Movements are listed again from this long before the newest that is known: Stripe may tell of one late. */
const OVERLAP_MS = DAY_MS;
/** Everything is listed this often; what is missing by name is asked for by name. */
const LIST_EVERY_MINUTES = 15;
/** Charges and transfers without their movement that are asked for in one go, at most. */
const MISSING_PER_SWEEP = 200;

/** A charge's movement is not known at first; the charge tells again when it is. */
async function charge(stripeChargeId: string): Promise<void> {
  const { balance_transaction: txn } = await stripe.charges.retrieve(stripeChargeId, {
    expand: ["balance_transaction"],
  });
  if (txn !== null && typeof txn !== "string") await keep(txn);
}

async function transfer(stripeTransferId: string): Promise<void> {
  const { balance_transaction: txn } = await stripe.transfers.retrieve(stripeTransferId, {
    expand: ["balance_transaction"],
  });
  if (txn !== null && typeof txn !== "string") await keep(txn);
}

/** Everything that moved on Stripe's balance since shortly before the last reading. */
async function recent(): Promise<void> {
  const newest = await db.balanceTransaction.findFirst({ orderBy: { createdAt: "desc" }, select: { createdAt: true } });
  const since = newest ? { created: { gte: Math.floor(plus(newest.createdAt, -OVERLAP_MS).getTime() / 1000) } } : {};
  let left = MOVEMENTS_PER_READING;
  for await (const txn of stripe.balanceTransactions.list({ ...since, limit: 100 })) {
    await keep(txn);
    left -= 1;
    if (left === 0) return log.warn("more moved at Stripe than is read in one go", { limit: MOVEMENTS_PER_READING });
  }
}

async function keep(txn: Stripe.BalanceTransaction): Promise<void> {
  if (!isCurrency(txn.currency)) return log.error("a movement in a currency Lode does not know", { id: txn.id });
  await keepMovement(movementOf(txn));
}

function movementOf(txn: Stripe.BalanceTransaction): Movement {
  const amountOf = (minor: number) => moneyOf(BigInt(minor), txn.currency);
  return {
    id: txn.id,
    type: txn.type,
    reportingCategory: txn.reporting_category,
    sourceId: typeof txn.source === "string" ? txn.source : (txn.source?.id ?? null),
    amount: amountOf(txn.amount),
    fee: amountOf(txn.fee),
    net: amountOf(txn.net),
    createdAt: new Date(txn.created * 1000),
    availableOn: new Date(txn.available_on * 1000),
  };
}

/** Charges and transfers whose movement nobody told us of are asked for by name; everything is listed every quarter of an hour. */
async function movementsMissing(now: Date): Promise<void> {
  const before = plus(now, -MINUTE_MS);
  const charges = await db.$queryRaw<{ id: string }[]>`
    select stripe_charge_id as id from collection c where c.collected_at <= ${before}
      and not exists (select 1 from balance_transaction b where b.source_id = c.stripe_charge_id) limit ${MISSING_PER_SWEEP}`;
  const transfers = await db.$queryRaw<{ id: string }[]>`
    select stripe_transfer_id as id from transfer_attempt t where t.status = 'succeeded' and t.ended_at <= ${before}
      and not exists (select 1 from balance_transaction b where b.source_id = t.stripe_transfer_id) limit ${MISSING_PER_SWEEP}`;
  await inTransaction(async (tx) => {
    for (const { id } of charges) await enqueue(tx, mirrorCharge, { stripeChargeId: id }, { key: `mirror:${id}` });
    for (const { id } of transfers)
      await enqueue(tx, mirrorTransfer, { stripeTransferId: id }, { key: `mirror:${id}` });
    if (now.getUTCMinutes() % LIST_EVERY_MINUTES === 0) await enqueue(tx, mirrorRecent, {}, { key: "mirror-recent" });
  });
}

export const mirrorJobs = {
  ...handle(mirrorCharge, ({ stripeChargeId }) => charge(stripeChargeId)),
  ...handle(mirrorTransfer, ({ stripeTransferId }) => transfer(stripeTransferId)),
  ...handle(mirrorRecent, recent),
};

export const mirrorSweeps = { "billing.movements-missing": movementsMissing };
