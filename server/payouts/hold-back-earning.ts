import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { owned } from "#server/ledger/account.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { assertStoppable, earningIsUnknown, type HoldBackEarning } from "./earning.ts";
import { isBeforeRelease, payoutHasChanged } from "./payout.ts";
import { recordMoney } from "./record-money.ts";
import { removeLine } from "./take-line-out.ts";

/** Finance stops an earning: it is frozen with the reason, and leaves the payout it is in. What was released for it goes back. */
export function holdBackEarning(actor: Actor, { earningId, reason }: HoldBackEarning): Promise<void> {
  return inTransaction(async (tx) => {
    const before = await livingLine(tx, earningId);
    if (before) await tx.$executeRaw`select 1 from payout where id = ${before.payoutId} for update`;
    await tx.$executeRaw`select 1 from earning where id = ${earningId} for update`;
    const line = await livingLine(tx, earningId);
    if (line?.payoutId !== before?.payoutId) throw payoutHasChanged();
    const earning = await tx.earning.findUnique({ where: { id: earningId } });
    if (!earning) throw earningIsUnknown();
    assertStoppable(earning.status);

    const at = await clock.now(tx);
    const { id, providerId, status } = earning;
    await tx.earning.update({ where: { id }, data: { status: "frozen" } });
    await tx.earningBlock.create({
      data: {
        id: newId("blk", at.getTime()),
        earningId: id,
        kind: "manual",
        reason,
        openedAt: at,
        openedById: actor.userId,
      },
    });
    if (line && isBeforeRelease(line.payout.status)) await removeLine(tx, line.payoutId, id);
    await recordMoney(tx, actor, {
      what: "earning.held_back",
      about: id,
      audience: [providerId],
      detail: { from: status, to: "frozen", reason },
    });
    if (line && status === "approved") await takeBack(tx, line.payoutId, earning);
  });
}

const livingLine = (tx: Tx, earningId: string) =>
  tx.payoutLine.findFirst({ where: { earningId, removedAt: null }, include: { payout: { select: { status: true } } } });

/** A released earning that was not sent yet: its money is held again. */
async function takeBack(
  tx: Tx,
  payoutId: string,
  earning: { id: string; providerId: string; amountMinor: bigint; currency: string },
): Promise<void> {
  const amount = moneyOf(earning.amountMinor, earning.currency);
  const { id: earningId, providerId } = earning;
  await tx.payoutLine.update({
    where: { payoutId_earningId: { payoutId, earningId } },
    data: { removedAt: await clock.now(tx) },
  });
  await transfer(tx, [
    {
      debit: owned("provider_payable.released", providerId, amount.currency),
      credit: owned("provider_payable.held", providerId, amount.currency),
      amount,
      cause: `unr:${earningId}:${payoutId}`,
    },
  ]);
}
