import type { CollectionAttempt } from "#prisma";
import { SYSTEM } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { holdEarning } from "#server/payouts/hold-earning.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { log } from "#server/platform/log.ts";
import { enqueue } from "#server/platform/queue.ts";
import { mirrorCharge } from "./balance-transaction.ts";
import { charged } from "./bookings.ts";
import { afterDecline, CollectionId, collect, type Decline } from "./collection.ts";
import { gatherCollections, lockGathering } from "./gather-collections.ts";
import { type LockedCollection, lockCollection, moveCollection } from "./move-collection.ts";

/** What a payment intent is at Stripe now, as far as a collection cares. */
export type IntentFacts = {
  readonly status: string;
  readonly chargeId: string | null;
  readonly actionUrl: string | null;
  readonly decline: Decline | null;
};

/** The state of a collection follows the payment intent as it is now, whoever read it and however often. */
export function keepIntent(collectionId: string, facts: IntentFacts): Promise<void> {
  return inTransaction(async (tx) => {
    const collection = await lockCollection(tx, collectionId);
    const open = collection.attempts.find((attempt) => attempt.endedAt === null);
    switch (facts.status) {
      case "succeeded":
        return keepCharge(tx, collection, open, facts.chargeId);
      case "processing":
        if (collection.status !== "processing") await moveCollection(tx, SYSTEM, collection, "processing");
        return;
      case "requires_action":
        return askOwner(tx, collection, open, facts.actionUrl);
      case "canceled":
        return beginAnew(tx, collection, open);
      case "requires_payment_method":
      case "requires_confirmation":
        return goOn(tx, collection, open, facts.decline);
      default:
        // An unknown word of Stripe's moves nothing; the reader parks what told of it.
        log.error("a payment intent is in an unknown state", { collectionId, status: facts.status });
    }
  });
}

/** Stripe's definite no to a try. */
export function keepDecline(collectionId: string, attemptId: string, decline: Decline): Promise<void> {
  return inTransaction(async (tx) => {
    const collection = await lockCollection(tx, collectionId);
    const attempt = collection.attempts.find(({ id }) => id === attemptId);
    if (attempt?.endedAt === null) await endDeclined(tx, collection, attempt, decline);
  });
}

type Open = CollectionAttempt | undefined;

async function keepCharge(tx: Tx, collection: LockedCollection, open: Open, chargeId: string | null): Promise<void> {
  const { id, status, merchantId, stripeChargeId } = collection;
  if (status === "collected" && stripeChargeId === chargeId) return;
  if (chargeId === null || status === "collected" || status === "void" || status === "uncollectible") {
    log.error("money arrived that nobody asked for", { collectionId: id, status });
    return;
  }
  const at = await clock.now(tx);
  if (open) await tx.collectionAttempt.update({ where: { id: open.id }, data: { endedAt: at, outcome: "succeeded" } });
  await moveCollection(tx, SYSTEM, collection, "collected", { stripeChargeId: chargeId, collectedAt: at });
  for (const settlement of collection.settlements)
    await holdEarning(tx, { settlementId: settlement.id, stripeChargeId: chargeId, at });
  await enqueue(tx, mirrorCharge, { stripeChargeId: chargeId }, { key: `mirror:${chargeId}` });

  const total = moneyOf(collection.amountMinor, collection.currency);
  const shares = collection.settlements.map((s) => ({
    id: s.id,
    merchantId,
    providerId: s.providerId,
    platform: moneyOf(s.platformMinor, s.currency),
    provider: moneyOf(s.providerMinor, s.currency),
  }));
  await transfer(tx, charged(chargeId, merchantId, total, shares));
}

/** The bank asks for the card's owner, who is there: the open page takes them to it. */
async function askOwner(tx: Tx, collection: LockedCollection, open: Open, actionUrl: string | null): Promise<void> {
  if (!open || (collection.status === "action_required" && collection.actionUrl === actionUrl)) return;
  await moveCollection(tx, SYSTEM, collection, "action_required", {
    declineCode: "authentication_required",
    actionUrl,
    reason: "authentication_required",
  });
}

/** A payment intent that somebody cancelled at Stripe charges nothing ever: what it was for is collected by another. */
async function beginAnew(tx: Tx, collection: LockedCollection, open: Open): Promise<void> {
  if (["collected", "void", "uncollectible"].includes(collection.status)) return;
  if (open)
    await tx.collectionAttempt.update({
      where: { id: open.id },
      data: { endedAt: await clock.now(tx), outcome: "cancelled" },
    });
  await lockGathering(tx, collection.merchantId, collection.currency);
  // Whatever state it was in, this charge is over.
  await moveCollection(tx, SYSTEM, { ...collection, status: "collecting" }, "void", { reason: "cancelled_at_stripe" });
  await tx.settlement.updateMany({
    where: { collectionId: collection.id },
    data: { status: "accrued", collectionId: null },
  });
  await gatherCollections(tx, collection.merchantId, moneyOf(collection.amountMinor, collection.currency).currency);
}

/**
 * Nothing was charged. When Stripe had asked for the owner, or was working on it, that try has failed. Otherwise the answer to the
 * open try is still on its way to the job that asked, so the job is called again; it looks up before it asks.
 */
async function goOn(tx: Tx, collection: LockedCollection, open: Open, decline: Decline | null): Promise<void> {
  if (!open) return;
  const wasAnswered = collection.actionUrl !== null || collection.status === "processing";
  if (wasAnswered && decline) return endDeclined(tx, collection, open, decline);
  if (collection.status === "collecting")
    await enqueue(
      tx,
      collect,
      { collectionId: CollectionId.parse(collection.id) },
      { key: `collect:${collection.id}` },
    );
}

async function endDeclined(
  tx: Tx,
  collection: LockedCollection,
  attempt: CollectionAttempt,
  decline: Decline,
): Promise<void> {
  const now = await clock.now(tx);
  const next = afterDecline(decline, attempt.n, now);
  const declineCode = decline.declineCode ?? decline.code;
  await tx.collectionAttempt.update({
    where: { id: attempt.id },
    data: { endedAt: now, outcome: "declined", declineCode, adviceCode: decline.adviceCode },
  });
  await moveCollection(tx, SYSTEM, collection, next.status, {
    declineCode,
    nextAttemptAt: next.status === "retry_scheduled" ? next.at : null,
    reason: declineCode,
  });
}
