import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { type LockedCollection, lockCollection, moveCollection } from "./move-collection.ts";

/** A try to charge, with what Stripe is asked. */
export type ChargeTry = {
  readonly attemptId: string;
  /** A worker began this try before and did not come back. */
  readonly isResumed: boolean;
  readonly onSession: boolean;
  readonly collection: LockedCollection;
  readonly stripeCustomerId: string;
  readonly stripePaymentMethodId: string;
};

/** Begins a try to charge a collection, or resumes the one that is open; null when it is not to be charged now. */
export function startAttempt(collectionId: string): Promise<ChargeTry | null> {
  return inTransaction(async (tx) => {
    const collection = await lockCollection(tx, collectionId);
    if (collection.status !== "collecting") return null;
    const open = collection.attempts.find((attempt) => attempt.endedAt === null);
    const method = await tx.paymentMethod.findFirst({
      where: open ? { id: open.paymentMethodId } : { merchantId: collection.merchantId, endedAt: null },
    });
    const customer = await tx.stripeCustomer.findUnique({ where: { merchantId: collection.merchantId } });
    if (!method || !customer?.stripeCustomerId) {
      const declineCode = "no_payment_method";
      await moveCollection(tx, SYSTEM, collection, "action_required", { declineCode, reason: declineCode });
      return null;
    }
    return {
      attemptId: open?.id ?? (await addAttempt(tx, collection, method.id, false)),
      isResumed: open !== undefined,
      onSession: open?.onSession ?? false,
      collection,
      stripeCustomerId: customer.stripeCustomerId,
      stripePaymentMethodId: method.stripePaymentMethodId,
    };
  });
}

/** Writes down that a try begins; the database allows one open try per collection. */
export async function addAttempt(
  tx: Tx,
  { id: collectionId, attempts }: LockedCollection,
  paymentMethodId: string,
  onSession: boolean,
): Promise<string> {
  const startedAt = await clock.now(tx);
  const id = newId("try", startedAt.getTime());
  const n = (attempts.at(-1)?.n ?? 0) + 1;
  await tx.collectionAttempt.create({ data: { id, collectionId, n, paymentMethodId, onSession, startedAt } });
  return id;
}
