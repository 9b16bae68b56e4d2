import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { type AboutSetup, readSetup, setupIsUnknown } from "./payment-method.ts";

/** The merchant is back from Stripe's page: what came of it is read. */
export function refreshSetup(actor: Actor, { setupId }: AboutSetup): Promise<void> {
  return inTransaction(async (tx) => {
    const where = { id: setupId, merchantId: actor.organisationId };
    if (!(await tx.paymentMethodSetup.findFirst({ where, select: { id: true } }))) throw setupIsUnknown();
    await enqueue(tx, readSetup, { setupId }, { key: `read-setup:${setupId}` });
  });
}
