import { SYSTEM } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { common, owned } from "#server/ledger/account.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { recordMoney } from "./record-money.ts";

/** Stripe made the transfer: the earning is paid, once, however often this is told. */
export function keepTransfer(attemptId: string, stripeTransferId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { earningId } = await tx.transferAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    await tx.$executeRaw`select 1 from earning where id = ${earningId} for update`;
    const attempt = await tx.transferAttempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { earning: true },
    });
    if (attempt.status !== "started") return;

    const { providerId } = attempt.earning;
    const at = await clock.now(tx);
    await tx.transferAttempt.update({
      where: { id: attemptId },
      data: { status: "succeeded", stripeTransferId, endedAt: at },
    });
    await tx.earning.update({ where: { id: earningId }, data: { status: "transferred", transferredAt: at } });
    await recordMoney(tx, SYSTEM, {
      what: "earning.transferred",
      about: earningId,
      audience: [providerId],
      detail: { from: "transferring", to: "transferred", stripeTransferId },
    });
    const amount = moneyOf(attempt.amountMinor, attempt.currency);
    await transfer(tx, [
      {
        debit: owned("provider_payable.in_transfer", providerId, amount.currency),
        credit: common("stripe_balance", amount.currency),
        amount,
        cause: `tr:${stripeTransferId}`,
      },
    ]);
  });
}
