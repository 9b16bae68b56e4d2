import { z } from "zod";
import { PayoutStatus } from "#prisma";
import { moneyOf } from "#server/kernel/money.ts";
import { olderThan, PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { approvalsNeeded } from "./payout.ts";

export const PayoutsQuestion = PageInput.extend({
  status: z.array(z.enum(PayoutStatus)).max(7).optional(),
});
export type PayoutsQuestion = z.infer<typeof PayoutsQuestion>;

/** Finance's list of payouts, newest first. */
export async function payoutList({ limit, after, status }: PayoutsQuestion) {
  const rows = await db.payout.findMany({
    where: { ...(status && { status: { in: status } }), AND: olderThan("createdAt", after) },
    include: {
      provider: { select: { id: true, name: true } },
      lines: {
        where: { removedAt: null },
        select: { earningId: true, earning: { select: { grade: true, status: true } } },
      },
      approvals: { where: { droppedAt: null }, select: { userId: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const names = await namesOf(rows.map((row) => row.makerId));
  const shown = rows.map((row) => ({
    id: row.id,
    provider: row.provider,
    total: moneyOf(row.totalMinor, row.currency),
    status: row.status,
    lines: row.lines.length,
    grades: [...new Set(row.lines.map((line) => line.earning.grade))].sort(),
    failedLines: row.executedAt ? row.lines.filter((line) => line.earning.status === "approved").length : 0,
    maker: names.get(row.makerId) ?? null,
    approvals: row.approvals.length,
    approvalsNeeded: approvalsNeeded(moneyOf(row.totalMinor, row.currency)),
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    completedAt: row.completedAt,
  }));
  return pageOf(shown, limit, (row) => row.createdAt);
}

/** What waits for a payout: per provider and currency, the earnings in review that are in none, and whether the account is ready. */
export async function payable() {
  const rows = await db.$queryRaw<Payable[]>`
    select e.provider_id as "providerId", o.name as "providerName", e.currency, count(*)::int as count,
      sum(e.amount_minor)::bigint as minor,
      exists (select 1 from payout_account a where a.provider_id = e.provider_id and a.closed_at is null
        and a.transfers_capability = 'active' and a.payouts_capability = 'active') as ready
    from earning e join organisation o on o.id = e.provider_id
    where e.status = 'in_review'
      and not exists (select 1 from earning_block b where b.earning_id = e.id and b.resolved_at is null)
      and not exists (select 1 from payout_line l where l.earning_id = e.id and l.removed_at is null)
    group by 1, 2, 3 order by o.name, e.currency limit ${MAX_PAYABLE}`;
  return rows.map(({ minor, currency, ...row }) => ({ ...row, amount: moneyOf(minor, currency) }));
}

/** Providers with something payable that are listed, at most. */
export const MAX_PAYABLE = 200;

type Payable = {
  readonly providerId: string;
  readonly providerName: string;
  readonly currency: string;
  readonly count: number;
  readonly minor: bigint;
  readonly ready: boolean;
};

/** The names of people, by id. */
export async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const users = await db.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
