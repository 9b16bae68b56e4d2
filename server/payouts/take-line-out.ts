import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { hashNow, lockPayout } from "./lock-payout.ts";
import { assertMayMove, payoutLineIsLast, payoutLineIsUnknown, type TakeLineOut } from "./payout.ts";
import { recordMoney } from "./record-money.ts";

/** One earning leaves a payout that was not released. What was approved is no longer what would be paid: approvals fall. */
export function takeLineOut(actor: Actor, { payoutId, earningId, reason }: TakeLineOut): Promise<void> {
  return inTransaction(async (tx) => {
    const { status, lines } = await lockPayout(tx, payoutId);
    assertMayMove(status, "take-line-out");
    if (!lines.some((line) => line.earningId === earningId)) throw payoutLineIsUnknown();
    if (lines.length === 1) throw payoutLineIsLast();
    await removeLine(tx, payoutId, earningId);
    await recordMoney(tx, actor, { what: "payout.line_removed", about: payoutId, detail: { earningId, reason } });
  });
}

/** Takes a line out of a payout before its release, and with it the approvals; the last one takes the payout with it. */
export async function removeLine(tx: Tx, payoutId: string, earningId: string): Promise<void> {
  const at = await clock.now(tx);
  await tx.payoutLine.update({ where: { payoutId_earningId: { payoutId, earningId } }, data: { removedAt: at } });
  await tx.payoutApproval.updateMany({ where: { payoutId, droppedAt: null }, data: { droppedAt: at } });
  const left = await lockPayout(tx, payoutId);
  const nothing = left.lines.length === 0;
  await tx.payout.update({
    where: { id: payoutId },
    data: {
      hash: hashNow(left),
      totalMinor: left.lines.reduce((sum, line) => sum + line.amountMinor, 0n),
      ...(left.status === "approved" && { status: "submitted" }),
      ...(nothing && { status: "cancelled", cancelledReason: "nothing_left" }),
    },
  });
}
