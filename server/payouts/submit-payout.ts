import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockPayout } from "./lock-payout.ts";
import { type AboutPayout, assertMayMove, payoutHasAnotherMaker } from "./payout.ts";
import { recordMoney } from "./record-money.ts";

/** A payout goes from its maker to the checkers. */
export function submitPayout(actor: Actor, { payoutId }: AboutPayout): Promise<void> {
  return inTransaction(async (tx) => {
    const payout = await lockPayout(tx, payoutId);
    assertMayMove(payout.status, "submit");
    if (payout.makerId !== actor.userId) throw payoutHasAnotherMaker();
    await tx.payout.update({
      where: { id: payoutId },
      data: { status: "submitted", submittedAt: await clock.now(tx) },
    });
    await recordMoney(tx, actor, {
      what: "payout.submitted",
      about: payoutId,
      detail: { from: "draft", to: "submitted" },
    });
  });
}
