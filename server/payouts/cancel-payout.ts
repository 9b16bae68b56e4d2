import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockPayout } from "./lock-payout.ts";
import { assertMayMove, type CancelPayout } from "./payout.ts";
import { recordMoney } from "./record-money.ts";

/** A payout that was not released is given up; its earnings wait for another. */
export function cancelPayout(actor: Actor, { payoutId, reason }: CancelPayout): Promise<void> {
  return inTransaction(async (tx) => {
    const payout = await lockPayout(tx, payoutId);
    assertMayMove(payout.status, "cancel");
    const at = await clock.now(tx);
    await tx.payoutLine.updateMany({ where: { payoutId, removedAt: null }, data: { removedAt: at } });
    await tx.payoutApproval.updateMany({ where: { payoutId, droppedAt: null }, data: { droppedAt: at } });
    await tx.payout.update({ where: { id: payoutId }, data: { status: "cancelled", cancelledReason: reason } });
    await recordMoney(tx, actor, {
      what: "payout.cancelled",
      about: payoutId,
      audience: [payout.providerId],
      detail: { from: payout.status, to: "cancelled", reason },
    });
  });
}
