import { record } from "#server/events/record.ts";
import { type Actor, SYSTEM } from "#server/kernel/actor.ts";
import { unmarkWon } from "#server/leads/unmark-won.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { confirmDeal } from "./confirm-deal.ts";
import { assertMove, assertReason, type DealId, type DecideContest, tellOfDeal } from "./deal.ts";
import { type LockedDeal, lockDeal } from "./lock-deal.ts";

/** A person of the platform decides a contested deal: it stands and is settled, or it is void and the lead goes on. */
export function decideContest(actor: Actor, { dealId, outcome, reason }: DecideContest): Promise<void> {
  return inTransaction(async (tx) => {
    // The platform is neither side of a deal, so it is found as Lode finds it.
    const locked = await lockDeal(tx, SYSTEM, dealId);
    assertMove(locked.deal, outcome);
    assertReason(reason);
    if (outcome === "void") return voidDeal(tx, actor, locked, reason);
    await confirmDeal(tx, actor, locked, "finance");
  });
}

async function voidDeal(tx: Tx, actor: Actor, { deal, lead }: LockedDeal, reason: string): Promise<void> {
  const now = await clock.now(tx);
  await tx.deal.update({ where: { id: deal.id }, data: { status: "void" } });
  await tx.dealVoid.create({ data: { dealId: deal.id, reason, userId: actor.userId, at: now } });
  await unmarkWon(tx, lead);
  await enqueue(tx, tellOfDeal, { dealId: deal.id as DealId, told: "voided" });
  await record(tx, actor, {
    what: "deal.voided",
    about: deal.id,
    audience: [lead.merchantId, lead.providerId],
    detail: { from: deal.status },
  });
}
