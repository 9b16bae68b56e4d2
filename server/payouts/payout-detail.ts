import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { db } from "#server/platform/db.ts";
import { type AboutPayout, approvalsNeeded, payoutIsUnknown } from "./payout.ts";
import { isReady } from "./payout-account.ts";
import { namesOf } from "./payout-list.ts";

/** One payout as finance sees it: its lines and what stands against them, who made and approved it, and each try to transfer. */
export async function payoutDetail(actor: Actor, { payoutId }: AboutPayout) {
  const row = await db.payout.findUnique({
    where: { id: payoutId },
    include: {
      provider: { select: { id: true, name: true, country: true } },
      approvals: { orderBy: { at: "asc" } },
      lines: {
        orderBy: { earningId: "asc" },
        include: {
          earning: {
            include: {
              blocks: { where: { resolvedAt: null } },
              transfers: { where: { payoutId }, orderBy: { n: "asc" } },
            },
          },
        },
      },
    },
  });
  if (!row) throw payoutIsUnknown();
  const account = await db.payoutAccount.findUniqueOrThrow({ where: { id: row.payoutAccountId } });
  const people = await namesOf([
    row.makerId,
    ...(row.releasedById ? [row.releasedById] : []),
    ...row.approvals.map((a) => a.userId),
  ]);
  const total = moneyOf(row.totalMinor, row.currency);
  const personOf = (id: string) => ({ id, name: people.get(id) ?? null });
  return {
    id: row.id,
    provider: row.provider,
    status: row.status,
    total,
    hash: row.hash,
    maker: personOf(row.makerId),
    isYours: row.makerId === actor.userId,
    releasedBy: row.releasedById === null ? null : personOf(row.releasedById),
    approvals: row.approvals.map((a) => ({ by: personOf(a.userId), at: a.at, dropped: a.droppedAt !== null })),
    approvedByYou: row.approvals.some((a) => a.userId === actor.userId && a.droppedAt === null),
    approvalsNeeded: approvalsNeeded(total),
    account: {
      id: account.id,
      stripeAccountId: account.stripeAccountId,
      country: account.country,
      ready: isReady(account),
    },
    createdAt: row.createdAt,
    submittedAt: row.submittedAt,
    executedAt: row.executedAt,
    completedAt: row.completedAt,
    cancelledReason: row.cancelledReason,
    lines: row.lines.map(({ earning, amountMinor, removedAt }) => ({
      earningId: earning.id,
      settlementId: earning.settlementId,
      amount: moneyOf(amountMinor, earning.currency),
      status: earning.status,
      grade: earning.grade,
      heldUntil: earning.heldUntil,
      removedAt,
      blocks: earning.blocks.map(({ kind, reason, openedAt }) => ({ kind, reason, openedAt })),
      attempts: earning.transfers.map(({ n, status, stripeTransferId, errorCode, startedAt, endedAt }) => ({
        n,
        status,
        stripeTransferId,
        errorCode,
        startedAt,
        endedAt,
      })),
    })),
  };
}
