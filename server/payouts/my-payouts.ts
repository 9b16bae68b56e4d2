import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { olderThan, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";

/** The payouts a provider was sent or is about to be: from the release on. */
export async function myPayouts(actor: Actor, { limit, after }: PageInput) {
  const rows = await db.payout.findMany({
    where: {
      providerId: actor.organisationId,
      status: { in: ["executing", "completed", "partially_failed"] },
      AND: olderThan("createdAt", after),
    },
    include: { lines: { where: { removedAt: null }, select: { earningId: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const shown = rows.map((row) => ({
    id: row.id,
    status: row.status,
    total: moneyOf(row.totalMinor, row.currency),
    earningIds: row.lines.map((line) => line.earningId),
    createdAt: row.createdAt,
    executedAt: row.executedAt,
    completedAt: row.completedAt,
  }));
  return pageOf(shown, limit, (row) => row.createdAt);
}
