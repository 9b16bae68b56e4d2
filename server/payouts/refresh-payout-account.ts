import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { PayoutAccountId, payoutAccountIsUnknown, readAccount } from "./payout-account.ts";

/** The provider is back from Stripe's page: the account is read again. */
export function refreshPayoutAccount(actor: Actor): Promise<void> {
  return inTransaction(async (tx) => {
    const account = await tx.payoutAccount.findFirst({
      where: { providerId: actor.organisationId, closedAt: null },
      select: { id: true },
    });
    if (!account) throw payoutAccountIsUnknown();
    const payoutAccountId = PayoutAccountId.parse(account.id);
    await enqueue(tx, readAccount, { payoutAccountId }, { key: `read-account:${payoutAccountId}` });
  });
}
