import { newId } from "#server/kernel/id.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { isReady } from "./payout-account.ts";
import { startLeg, type TransferTry } from "./transfer-attempt.ts";

/** One line of a released payout starts, or is resumed after a crash; null when it may not be sent now. */
export function startTransfer(payoutId: string, earningId: string): Promise<TransferTry | null> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from earning where id = ${earningId} for update`;
    const line = await tx.payoutLine.findUnique({
      where: { payoutId_earningId: { payoutId, earningId } },
      include: { earning: { include: { blocks: { where: { resolvedAt: null } } } }, payout: true },
    });
    if (!line || line.removedAt) return null;
    const { earning } = line;
    if (!earning.stripeChargeId || earning.blocks.length > 0) return null;
    const facts = {
      earningId,
      payoutId,
      providerId: earning.providerId,
      settlementId: earning.settlementId,
      stripeChargeId: earning.stripeChargeId,
      amountMinor: earning.amountMinor,
      currency: earning.currency,
    };
    if (earning.status === "transferring") {
      const open = await tx.transferAttempt.findFirst({ where: { earningId, payoutId, status: "started" } });
      return open && { ...facts, id: open.id, stripeAccountId: open.stripeAccountId };
    }
    const account = await tx.payoutAccount.findUniqueOrThrow({ where: { id: line.payout.payoutAccountId } });
    if (earning.status !== "approved" || !account.stripeAccountId || !isReady(account)) return null;
    return begin(tx, { ...facts, stripeAccountId: account.stripeAccountId });
  });
}

async function begin(tx: Tx, facts: Omit<TransferTry, "id">): Promise<TransferTry> {
  const { earningId, payoutId, stripeAccountId, amountMinor, currency } = facts;
  const startedAt = await clock.now(tx);
  const id = newId("tra", startedAt.getTime());
  const n = (await tx.transferAttempt.count({ where: { earningId } })) + 1;
  await tx.transferAttempt.create({
    data: { id, earningId, payoutId, n, stripeAccountId, amountMinor, currency, startedAt },
  });
  await tx.earning.update({ where: { id: earningId }, data: { status: "transferring" } });
  const attempt = { ...facts, id };
  await transfer(tx, [startLeg(attempt)]);
  return attempt;
}
