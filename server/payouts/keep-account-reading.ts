import { SYSTEM } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type AccountReading, isReady } from "./payout-account.ts";
import { recordMoney } from "./record-money.ts";

/** What Stripe says about an account now. Becoming ready, or not being it any more, is told. */
export function keepAccountReading(payoutAccountId: string, reading: AccountReading): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from payout_account where id = ${payoutAccountId} for update`;
    const before = await tx.payoutAccount.findUniqueOrThrow({ where: { id: payoutAccountId } });
    const at = await clock.now(tx);
    const after = await tx.payoutAccount.update({
      where: { id: payoutAccountId },
      data: {
        transfersCapability: reading.transfersCapability,
        payoutsCapability: reading.payoutsCapability,
        requirements: [...reading.requirements],
        readAt: at,
        ...(reading.closed && { closedAt: before.closedAt ?? at }),
      },
    });
    const [was, is] = [isReady(before), isReady(after)];
    const what = was === is ? "payout_account.read" : is ? "payout_account.ready" : "payout_account.restricted";
    await recordMoney(tx, SYSTEM, { what, about: payoutAccountId, audience: [before.providerId] });
  });
}
