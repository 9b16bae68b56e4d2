import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { hashNow, lockPayout } from "./lock-payout.ts";
import {
  approvalsNeeded,
  assertMayMove,
  payoutHasChanged,
  payoutIsApprovedByYou,
  payoutIsYours,
  payoutPaysYou,
  type SeenPayout,
} from "./payout.ts";
import { recordMoney } from "./record-money.ts";

/** A checker approves what they saw. With enough approvals the payout may be released. */
export function approvePayout(actor: Actor, { payoutId, hash }: SeenPayout): Promise<void> {
  return inTransaction(async (tx) => {
    const payout = await lockPayout(tx, payoutId);
    assertMayMove(payout.status, "approve");
    await assertMayCheck(tx, actor, payout);
    if (hash !== payout.hash || hash !== hashNow(payout)) throw payoutHasChanged();
    if (payout.approvals.some((approval) => approval.userId === actor.userId)) throw payoutIsApprovedByYou();

    const at = await clock.now(tx);
    await tx.payoutApproval.upsert({
      where: { payoutId_userId: { payoutId, userId: actor.userId } },
      create: { payoutId, userId: actor.userId, hash, at },
      update: { hash, at, droppedAt: null },
    });
    const enough = payout.approvals.length + 1 >= approvalsNeeded(moneyOf(payout.totalMinor, payout.currency));
    if (enough) await tx.payout.update({ where: { id: payoutId }, data: { status: "approved" } });
    await recordMoney(tx, actor, { what: "payout.approved", about: payoutId, detail: { hash, enough } });
  });
}

/** Two people for money that leaves: neither who made the payout, nor somebody it pays. */
export async function assertMayCheck(
  tx: Tx,
  actor: Actor,
  payout: { readonly makerId: string; readonly providerId: string },
): Promise<void> {
  if (payout.makerId === actor.userId) throw payoutIsYours();
  const payee = await tx.membership.findFirst({
    where: { organisationId: payout.providerId, userId: actor.userId, endedAt: null },
  });
  if (payee) throw payoutPaysYou();
}
