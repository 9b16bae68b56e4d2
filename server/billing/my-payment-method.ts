import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";

/** How a merchant pays now, and what came of its last visit to Stripe's page. */
export async function myPaymentMethod(actor: Actor) {
  const merchantId = actor.organisationId;
  const [method, setup] = await Promise.all([
    db.paymentMethod.findFirst({
      where: { merchantId, endedAt: null },
      select: { id: true, type: true, brand: true, last4: true, expMonth: true, expYear: true, savedAt: true },
    }),
    db.paymentMethodSetup.findFirst({
      where: { merchantId },
      orderBy: [{ consentAt: "desc" }, { id: "desc" }],
      select: { id: true, status: true, url: true, consentAt: true, endedAt: true },
    }),
  ]);
  return { method, setup };
}
