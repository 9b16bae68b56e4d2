import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { CollectionId, collect } from "./collection.ts";
import { lockCollection, moveCollection } from "./move-collection.ts";
import type { MethodFacts } from "./payment-method.ts";

/** A saved payment method is the merchant's active one from now on, and what was declined is tried with it at once. */
export function keepPaymentMethod(setupId: string, method: MethodFacts): Promise<void> {
  return inTransaction(async (tx) => {
    const { merchantId } = await tx.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
    await tx.$executeRaw`select 1 from organisation where id = ${merchantId} for update`;
    const setup = await tx.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
    if (setup.status === "completed") return;
    const at = await clock.now(tx);
    await tx.paymentMethod.updateMany({ where: { merchantId, endedAt: null }, data: { endedAt: at } });
    const id = newId("pm", at.getTime());
    await tx.paymentMethod.create({ data: { ...method, id, merchantId, setupId, savedAt: at } });
    await tx.paymentMethodSetup.update({
      where: { id: setupId },
      data: { status: "completed", url: null, endedAt: at },
    });
    await record(tx, SYSTEM, {
      what: "payment_method.saved",
      about: id,
      audience: [merchantId],
      detail: { setupId, type: method.type, brand: method.brand },
    });
    await tryDeclined(tx, merchantId);
  });
}

async function tryDeclined(tx: Tx, merchantId: string): Promise<void> {
  const waiting = await tx.collection.findMany({
    where: {
      merchantId,
      status: { in: ["action_required", "retry_scheduled"] },
      // While a bank is asked for the owner of the other card, that try's end is not known.
      attempts: { none: { endedAt: null } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of waiting) {
    const collection = await lockCollection(tx, id);
    if (collection.status !== "action_required" && collection.status !== "retry_scheduled") continue;
    if (collection.attempts.some((attempt) => attempt.endedAt === null)) continue;
    await moveCollection(tx, SYSTEM, collection, "collecting");
    await enqueue(tx, collect, { collectionId: CollectionId.parse(id) }, { key: `collect:${id}` });
  }
}

/** Stripe says that a payment method changed, or belongs to the merchant no more. */
export function keepMethodReading(method: MethodFacts, isAttached: boolean): Promise<void> {
  return inTransaction(async (tx) => {
    const { stripePaymentMethodId, ...facts } = method;
    const row = await tx.paymentMethod.findUnique({ where: { stripePaymentMethodId } });
    if (!row || row.endedAt) return;
    const endedAt = isAttached ? null : await clock.now(tx);
    await tx.paymentMethod.update({ where: { id: row.id }, data: { ...facts, endedAt } });
    await record(tx, SYSTEM, {
      what: isAttached ? "payment_method.updated" : "payment_method.ended",
      about: row.id,
      audience: [row.merchantId],
    });
  });
}
