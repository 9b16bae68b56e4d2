import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { assertPaid, type ConnectPayoutAccount, openAccount, PayoutAccountId } from "./payout-account.ts";

/** The provider wants to be paid, or to tell Stripe what is still missing: Stripe's page is asked for; the feed brings its address. */
export function connectPayoutAccount(actor: Actor, { country }: ConnectPayoutAccount): Promise<PayoutAccountId> {
  assertPaid(country);
  return inTransaction(async (tx) => {
    const providerId = actor.organisationId;
    // Two people of one provider must not open two accounts: the organisation's row lets them in one by one.
    await tx.$executeRaw`select 1 from organisation where id = ${providerId} for update`;
    const open = await tx.payoutAccount.findFirst({ where: { providerId, closedAt: null } });
    const id = open ? PayoutAccountId.parse(open.id) : await begin();
    // Once Stripe knows the account its country cannot change; before, the last word counts.
    const place = open && !open.stripeAccountId ? { country } : {};
    await tx.payoutAccount.update({
      where: { id },
      data: { onboardingUrl: null, onboardingExpiresAt: null, ...place },
    });
    await enqueue(tx, openAccount, { payoutAccountId: id }, { key: `open-account:${id}` });
    await record(tx, actor, { what: "payout_account.connect_asked", about: id });
    return id;

    async function begin(): Promise<PayoutAccountId> {
      const at = await clock.now(tx);
      const fresh: PayoutAccountId = newId("pacc", at.getTime());
      await tx.payoutAccount.create({ data: { id: fresh, providerId, country, createdAt: at } });
      return fresh;
    }
  });
}
