import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { APPEAL_DAYS, assertMove, assertProven, leadIsNoDuplicate, type Reject, tellOfLead } from "./lead.ts";
import { type LockedLead, lockLead } from "./lock-lead.ts";

/** The merchant rejects a lead on what can be judged before contact. The provider may appeal for a week. */
export function reject(actor: Actor, { leadId, reason, note }: Reject): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    assertMove(lead, "rejected");
    assertProven(reason, note);
    if (reason === "duplicate" && !(await isDuplicateLead(tx, lead))) throw leadIsNoDuplicate();

    const now = await clock.now(tx);
    await tx.lead.update({
      where: { id: leadId },
      data: { status: "rejected", appealUntil: plusDays(now, APPEAL_DAYS) },
    });
    await tx.leadRejection.create({ data: { leadId, reason, note, userId: actor.userId, at: now } });
    await enqueue(tx, tellOfLead, { leadId, told: "rejected" });
    await record(tx, actor, {
      what: "lead.rejected",
      about: leadId,
      audience: [lead.providerId],
      detail: { reason, from: lead.status },
    });
  });
}

/** Does the merchant hold an older lead, in any program of its, with the same e-mail or phone? */
async function isDuplicateLead(tx: Tx, lead: LockedLead): Promise<boolean> {
  const same = [...(lead.email ? [{ email: lead.email }] : []), ...(lead.phone ? [{ phone: lead.phone }] : [])];
  if (same.length === 0) return false;
  const older = await tx.lead.findFirst({
    where: {
      merchantId: lead.merchantId,
      id: { not: lead.id },
      handedOverAt: { lte: lead.handedOverAt },
      status: { in: ["submitted", "accepted", "appealed"] },
      OR: same,
    },
    select: { id: true },
  });
  return older !== null;
}
