import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockPayout } from "./lock-payout.ts";
import { recordMoney } from "./record-money.ts";

/** The account of a released payout turned out not to be ready: what was not sent yet is blocked, and a person must look. */
export function blockPayout(payoutId: string, reason: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { lines, providerId } = await lockPayout(tx, payoutId);
    const openedAt = await clock.now(tx);
    const waiting = lines.filter((line) => line.earning.status === "approved").map((line) => line.earningId);
    const standing = await tx.earningBlock.findMany({ where: { earningId: { in: waiting }, resolvedAt: null } });
    const fresh = waiting.filter((earningId) => !standing.some((block) => block.earningId === earningId));
    if (fresh.length === 0) return;
    await tx.earningBlock.createMany({
      data: fresh.map((earningId) => ({
        id: newId("blk", openedAt.getTime()),
        earningId,
        kind: "account",
        reason,
        openedAt,
      })),
    });
    await recordMoney(tx, SYSTEM, {
      what: "payout.blocked",
      about: payoutId,
      audience: [providerId],
      detail: { reason, lines: fresh.length },
    });
  });
}
