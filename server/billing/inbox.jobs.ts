import { askToReadAccount } from "#server/payouts/ask-to-read-account.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { enqueue, handle } from "#server/platform/queue.ts";
import { mirrorCharge, mirrorTransfer } from "./balance-transaction.ts";
import { CollectionId, readIntent } from "./collection.ts";
import { eventsWaiting, keepEvent } from "./keep-event.ts";
import { readMethod, readSetup, SetupId } from "./payment-method.ts";
import { handleEvent, type Reading, readingFor } from "./stripe-event.ts";

/** Asks for the object a message is about to be read again; false when it is none that Lode knows (yet). */
type Reader = (objectId: string, accountId: string | null) => Promise<boolean>;

const ask: Record<Reading, Reader> = {
  intent: async (stripePaymentIntentId) => {
    const row = await db.collection.findUnique({ where: { stripePaymentIntentId }, select: { id: true } });
    if (!row) return false;
    const collectionId = CollectionId.parse(row.id);
    await inTransaction((tx) => enqueue(tx, readIntent, { collectionId }, { key: `read-intent:${collectionId}` }));
    return true;
  },
  session: async (checkoutSessionId) => {
    const row = await db.paymentMethodSetup.findUnique({ where: { checkoutSessionId }, select: { id: true } });
    if (!row) return false;
    const setupId = SetupId.parse(row.id);
    await inTransaction((tx) => enqueue(tx, readSetup, { setupId }, { key: `read-setup:${setupId}` }));
    return true;
  },
  method: async (stripePaymentMethodId) => {
    if (!(await db.paymentMethod.findUnique({ where: { stripePaymentMethodId }, select: { id: true } }))) return true;
    const key = `read-method:${stripePaymentMethodId}`;
    await inTransaction((tx) => enqueue(tx, readMethod, { stripePaymentMethodId }, { key }));
    return true;
  },
  charge: async (stripeChargeId) => {
    if (!(await db.collection.findUnique({ where: { stripeChargeId }, select: { id: true } }))) return false;
    await inTransaction((tx) => enqueue(tx, mirrorCharge, { stripeChargeId }, { key: `mirror:${stripeChargeId}` }));
    return true;
  },
  transfer: async (stripeTransferId) => {
    if (!(await db.transferAttempt.findUnique({ where: { stripeTransferId }, select: { id: true } }))) return false;
    await inTransaction((tx) =>
      enqueue(tx, mirrorTransfer, { stripeTransferId }, { key: `mirror:${stripeTransferId}` }),
    );
    return true;
  },
  account: (objectId, accountId) => askToReadAccount(accountId ?? objectId),
};

export const inboxJobs = handle(handleEvent, async (key) => {
  const event = await db.stripeEvent.findUniqueOrThrow({ where: { endpoint_eventId: key } });
  if (event.status === "done" || event.status === "ignored") return;
  const reading = readingFor(event.type);
  // What happens to the payments of connected accounts is theirs; Lode follows the accounts only.
  if (!reading || !event.objectId || (event.accountId && reading !== "account")) return keepEvent(key, "ignored", null);
  try {
    const isKnown = await ask[reading](event.objectId, event.accountId);
    await keepEvent(key, isKnown ? "done" : "parked", isKnown ? null : "unknown_object");
  } catch (error) {
    await keepEvent(key, "failed", error instanceof Error ? error.message : String(error));
    throw error;
  }
});

export const inboxSweeps = { "billing.events-waiting": eventsWaiting };
