import { SYSTEM } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockPayout } from "./lock-payout.ts";
import { recordMoney } from "./record-money.ts";

/**
 * Looks whether a payout has come to its end: completed when every line was transferred; partially failed when what is left
 * needs a person. While a line is under way or only waits for funds, it goes on executing.
 */
export function finishPayout(payoutId: string): Promise<void> {
  return inTransaction(async (tx) => {
    const { status, lines, providerId } = await lockPayout(tx, payoutId);
    if (status !== "executing" && status !== "partially_failed") return;
    const left = lines.filter((line) => line.earning.transferredAt === null).map((line) => line.earningId);
    const blocked = await tx.earning.count({
      where: { id: { in: left }, status: "approved", blocks: { some: { resolvedAt: null } } },
    });
    const end = left.length === 0 ? "completed" : blocked === left.length ? "partially_failed" : null;
    if (!end || end === status) return;

    await tx.payout.update({
      where: { id: payoutId },
      data: { status: end, completedAt: end === "completed" ? await clock.now(tx) : null },
    });
    await recordMoney(tx, SYSTEM, {
      what: `payout.${end}`,
      about: payoutId,
      audience: [providerId],
      detail: { from: status, to: end, left: left.length },
    });
  });
}
