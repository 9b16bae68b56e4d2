import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { PayoutAccountId, readAccount } from "./payout-account.ts";

/** Stripe says that something about an account changed: it is read again. False when it is none of ours. */
export function askToReadAccount(stripeAccountId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const account = await tx.payoutAccount.findUnique({ where: { stripeAccountId }, select: { id: true } });
    if (!account) return false;
    const payoutAccountId = PayoutAccountId.parse(account.id);
    await enqueue(tx, readAccount, { payoutAccountId }, { key: `read-account:${payoutAccountId}` });
    return true;
  });
}
