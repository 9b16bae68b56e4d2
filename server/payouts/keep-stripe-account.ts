import { inTransaction } from "#server/platform/db.ts";

/** Stripe made the account: its id is kept, and never replaced by another. */
export function keepStripeAccount(payoutAccountId: string, stripeAccountId: string): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.payoutAccount.updateMany({
      where: { id: payoutAccountId, stripeAccountId: null },
      data: { stripeAccountId },
    });
  });
}
