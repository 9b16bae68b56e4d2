import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";

/** Stripe's page is ready: its address is kept, and the feed takes the open page there. */
export function keepAccountLink(payoutAccountId: string, link: { url: string; expiresAt: Date }): Promise<void> {
  return inTransaction(async (tx) => {
    const { providerId } = await tx.payoutAccount.update({
      where: { id: payoutAccountId },
      data: { onboardingUrl: link.url, onboardingExpiresAt: link.expiresAt },
    });
    await record(tx, SYSTEM, { what: "payout_account.link_ready", about: payoutAccountId, audience: [providerId] });
  });
}
