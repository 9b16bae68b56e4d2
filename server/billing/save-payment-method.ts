import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { openCheckout, type SavePaymentMethod, setupIsUnknown } from "./payment-method.ts";

/** From where the consent came. */
type From = { readonly ip: string | null; readonly userAgent: string | null };

/** The merchant agrees to be charged and asks for Stripe's page to save a payment method; the feed brings its address. */
export function savePaymentMethod(actor: Actor, wish: SavePaymentMethod, { ip, userAgent }: From): Promise<void> {
  const { setupId, currency, consentVersion } = wish;
  return inTransaction(async (tx) => {
    const merchantId = actor.organisationId;
    await tx.$executeRaw`select 1 from organisation where id = ${merchantId} for update`;
    const known = await tx.paymentMethodSetup.findUnique({ where: { id: setupId } });
    if (known && known.merchantId !== merchantId) throw setupIsUnknown();
    if (known) return;
    const at = await clock.now(tx);
    await tx.stripeCustomer.createMany({ data: { merchantId, createdAt: at }, skipDuplicates: true });
    await tx.paymentMethodSetup.create({
      data: {
        id: setupId,
        merchantId,
        currency,
        consentVersion,
        consentUserId: actor.userId,
        consentIp: ip,
        consentUserAgent: userAgent?.slice(0, MAX_USER_AGENT) ?? null,
        consentAt: at,
      },
    });
    await enqueue(tx, openCheckout, { setupId }, { key: `open-checkout:${setupId}` });
    await record(tx, actor, { what: "payment_method_setup.asked", about: setupId, detail: { consentVersion } });
  });
}

/** Characters kept of a browser's name, at most. */
export const MAX_USER_AGENT = 500;
