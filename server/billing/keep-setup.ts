import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";

/** Stripe made a customer of the merchant: its id is kept, and never replaced by another. */
export function keepCustomer(merchantId: string, stripeCustomerId: string): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.stripeCustomer.updateMany({ where: { merchantId, stripeCustomerId: null }, data: { stripeCustomerId } });
  });
}

/** Stripe's page is ready: the feed takes the open page there. */
export function keepCheckout(setupId: string, session: { id: string; url: string | null }): Promise<void> {
  return inTransaction(async (tx) => {
    const { count } = await tx.paymentMethodSetup.updateMany({
      where: { id: setupId, status: "asked" },
      data: { status: "open", checkoutSessionId: session.id, url: session.url },
    });
    if (count === 0) return;
    const { merchantId } = await tx.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
    await record(tx, SYSTEM, { what: "payment_method_setup.opened", about: setupId, audience: [merchantId] });
  });
}

/** Nothing was saved: the page expired, or what it saved is not this merchant's. */
export function endSetup(setupId: string, status: "expired" | "failed", reason: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { count } = await tx.paymentMethodSetup.updateMany({
      where: { id: setupId, status: { in: ["asked", "open"] } },
      data: { status, url: null, endedAt: await clock.now(tx) },
    });
    if (count === 0) return;
    const { merchantId } = await tx.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
    const what = `payment_method_setup.${status}` as const;
    await record(tx, SYSTEM, { what, about: setupId, audience: [merchantId], detail: { reason } });
  });
}
