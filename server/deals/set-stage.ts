import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import type { LockedLead } from "#server/leads/lock-lead.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { assertMove, type LostReason, type Stage } from "./stage.ts";

/** Where an accepted lead stands; without a row it is open. */
export async function stageOf(tx: Tx, leadId: string): Promise<Stage> {
  return (await tx.leadStage.findUnique({ where: { leadId }, select: { stage: true } }))?.stage ?? "open";
}

/** A lead moves to a stage, and the move is kept. */
export async function setStage(
  tx: Tx,
  author: Author,
  lead: LockedLead,
  to: Stage,
  reason: LostReason | null = null,
): Promise<void> {
  const from = await stageOf(tx, lead.id);
  assertMove(from, to);
  const now = await clock.now(tx);
  const where = { stage: to, reason, since: now };
  await tx.leadStage.upsert({
    where: { leadId: lead.id },
    create: { leadId: lead.id, merchantId: lead.merchantId, ...where },
    update: where,
  });
  await tx.stageMove.create({
    data: { id: newId("move", now.getTime()), leadId: lead.id, from, to, reason, userId: author.userId, at: now },
  });
  await record(tx, author, {
    what: "stage.moved",
    about: lead.id,
    audience: [lead.merchantId, lead.providerId],
    detail: { from, to, reason },
  });
}
