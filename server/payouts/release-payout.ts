import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { owned } from "#server/ledger/account.ts";
import { soundIn } from "#server/ledger/invariants.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { assertMayCheck } from "./approve-payout.ts";
import { hashNow, type LockedPayout, lockPayout } from "./lock-payout.ts";
import {
  approvalsNeeded,
  assertMayMove,
  currencyOf,
  executePayout,
  PayoutId,
  payoutHasChanged,
  payoutHoldsBlocked,
  payoutLacksApproval,
  payoutsArePaused,
  type SeenPayout,
} from "./payout.ts";
import { isReady, payoutAccountIsNotReady } from "./payout-account.ts";
import { recordMoney } from "./record-money.ts";

/** An approved payout is let go. Everything an approval rested on is looked at again, inside the lock. */
export function releasePayout(actor: Actor, { payoutId, hash }: SeenPayout): Promise<void> {
  return inTransaction(async (tx) => {
    const payout = await lockPayout(tx, payoutId);
    assertMayMove(payout.status, "release");
    await assertMayCheck(tx, actor, payout);
    await assertStillAsApproved(tx, payout, hash);

    const at = await clock.now(tx);
    const data = { status: "executing", executedAt: at, releasedById: actor.userId } as const;
    await tx.payout.update({ where: { id: payoutId }, data });
    await tx.earning.updateMany({
      where: { id: { in: payout.lines.map((line) => line.earningId) } },
      data: { status: "approved" },
    });
    await enqueue(tx, executePayout, { payoutId: PayoutId.parse(payoutId) }, { key: `execute:${payoutId}` });
    await recordMoney(tx, actor, {
      what: "payout.released",
      about: payoutId,
      audience: [payout.providerId],
      detail: { from: "approved", to: "executing", hash },
    });
    await book(tx, payout);
    if (!(await soundIn(tx, payout.currency))) throw payoutsArePaused();
  });
}

async function assertStillAsApproved(tx: Tx, payout: LockedPayout, hash: string): Promise<void> {
  const account = await tx.payoutAccount.findUniqueOrThrow({ where: { id: payout.payoutAccountId } });
  if (!isReady(account)) throw payoutAccountIsNotReady();
  const asNow = hashNow(payout);
  if (hash !== payout.hash || hash !== asNow) throw payoutHasChanged();
  const approved = payout.approvals.filter((a) => a.hash === asNow && a.userId !== payout.makerId);
  if (approved.length < approvalsNeeded(moneyOf(payout.totalMinor, payout.currency))) throw payoutLacksApproval();

  const earningIds = payout.lines.map((line) => line.earningId);
  const blocked = await tx.earningBlock.count({ where: { earningId: { in: earningIds }, resolvedAt: null } });
  if (blocked > 0 || payout.lines.some((line) => line.earning.status !== "in_review")) throw payoutHoldsBlocked();
}

function book(tx: Tx, { id, providerId, currency, lines }: LockedPayout): Promise<void> {
  const code = currencyOf(currency);
  return transfer(
    tx,
    lines.map(({ earningId, amountMinor }) => ({
      debit: owned("provider_payable.held", providerId, code),
      credit: owned("provider_payable.released", providerId, code),
      amount: moneyOf(amountMinor, code),
      cause: `rel:${earningId}:${id}`,
    })),
  );
}
