import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { APPEAL_DAYS, assertProven, assertReturnable, type ReturnLead, tellOfLead } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** The merchant gives an accepted lead back for what only contact could show, with proof, within the return window and before any win. */
export function returnLead(actor: Actor, { leadId, reason, proof }: ReturnLead): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    const now = await clock.now(tx);
    assertReturnable(lead, now);
    assertProven(reason, proof);

    await tx.lead.update({
      where: { id: leadId },
      data: { status: "returned", appealUntil: plusDays(now, APPEAL_DAYS), nextReportAt: null },
    });
    await tx.leadReturn.create({ data: { leadId, reason, proof, userId: actor.userId, at: now } });
    await enqueue(tx, tellOfLead, { leadId, told: "returned" });
    await record(tx, actor, { what: "lead.returned", about: leadId, audience: [lead.providerId], detail: { reason } });
  });
}
