import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { assertMayCheck } from "./approve-payout.ts";
import { lockPayout } from "./lock-payout.ts";
import { type AboutPayout, assertMayMove, executePayout, payoutHasNothing } from "./payout.ts";
import { recordMoney } from "./record-money.ts";

/** What Stripe refused is tried again, after a person looked: to the account it was approved for, which is read again first. */
export function retryPayout(actor: Actor, { payoutId }: AboutPayout): Promise<void> {
  return inTransaction(async (tx) => {
    const payout = await lockPayout(tx, payoutId);
    assertMayMove(payout.status, "retry");
    await assertMayCheck(tx, actor, payout);
    const earningIds = payout.lines.filter((l) => l.earning.status === "approved").map((l) => l.earningId);
    if (earningIds.length === 0) throw payoutHasNothing();
    await tx.earningBlock.updateMany({
      where: { earningId: { in: earningIds }, kind: { in: ["account", "stripe"] }, resolvedAt: null },
      data: { resolvedAt: await clock.now(tx), resolvedById: actor.userId, resolution: "tried_again" },
    });
    await enqueue(tx, executePayout, { payoutId }, { key: `execute:${payoutId}` });
    await recordMoney(tx, actor, { what: "payout.retried", about: payoutId, detail: { lines: earningIds.length } });
  });
}
