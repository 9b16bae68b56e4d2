import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { recordMoney } from "./record-money.ts";
import { blockAfter, refusedLeg } from "./transfer-attempt.ts";

/** Stripe refused a transfer: the money is released as before. Unless only funds are waited for, a person must look. */
export function refuseTransfer(attemptId: string, errorCode: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { earningId } = await tx.transferAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    await tx.$executeRaw`select 1 from earning where id = ${earningId} for update`;
    const attempt = await tx.transferAttempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { earning: { select: { providerId: true } } },
    });
    if (attempt.status !== "started") return;

    const at = await clock.now(tx);
    const { providerId } = attempt.earning;
    const kind = blockAfter(errorCode);
    await tx.transferAttempt.update({ where: { id: attemptId }, data: { status: "refused", errorCode, endedAt: at } });
    await tx.earning.update({ where: { id: earningId }, data: { status: "approved" } });
    if (kind)
      await tx.earningBlock.create({
        data: { id: newId("blk", at.getTime()), earningId, kind, reason: errorCode, openedAt: at },
      });
    await recordMoney(tx, SYSTEM, {
      what: "earning.transfer_refused",
      about: earningId,
      audience: [providerId],
      detail: { from: "transferring", to: "approved", errorCode, block: kind },
    });
    await transfer(tx, [refusedLeg({ ...attempt, providerId })]);
  });
}
