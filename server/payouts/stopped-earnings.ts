import { moneyOf } from "#server/kernel/money.ts";
import { olderThan, type PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";

/** Earnings that something stands against, for finance: what, since when, and whose. */
export async function stoppedEarnings({ limit, after }: PageInput) {
  const rows = await db.earning.findMany({
    where: { blocks: { some: { resolvedAt: null } }, AND: olderThan("createdAt", after) },
    include: {
      provider: { select: { id: true, name: true } },
      blocks: { where: { resolvedAt: null } },
      lines: { select: { payoutId: true }, orderBy: { payoutId: "desc" }, take: 1 },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const shown = rows.map((row) => ({
    id: row.id,
    settlementId: row.settlementId,
    provider: row.provider,
    amount: moneyOf(row.amountMinor, row.currency),
    status: row.status,
    /** The payout it is or was in last: there it can be let go. */
    payoutId: row.lines[0]?.payoutId ?? null,
    createdAt: row.createdAt,
    blocks: row.blocks.map(({ kind, reason, openedAt }) => ({ kind, reason, openedAt })),
  }));
  return pageOf(shown, limit, (row) => row.createdAt);
}
