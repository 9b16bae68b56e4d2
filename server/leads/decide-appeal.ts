import { record } from "#server/events/record.ts";
import { type Actor, SYSTEM } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { assertMove, assertProven, type DecideAppeal, tellOfLead } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";
import { makeFinal } from "./make-final.ts";
import { takeIn } from "./take-in.ts";

/** A person of the platform decides an appeal: the lead stands after all, or its rejection is final. */
export function decideAppeal(actor: Actor, { leadId, outcome, note }: DecideAppeal): Promise<void> {
  return inTransaction(async (tx) => {
    // The platform is neither side of a lead, so it is found as Lode finds it.
    const lead = await lockLead(tx, SYSTEM, leadId);
    assertMove(lead, outcome);
    assertProven("appeal", note);
    const now = await clock.now(tx);
    await tx.leadAppeal.updateMany({
      where: { leadId, outcome: null },
      data: { outcome, note, decidedById: actor.userId, decidedAt: now },
    });
    await record(tx, actor, {
      what: "lead.appeal_decided",
      about: leadId,
      audience: [lead.merchantId, lead.providerId],
      detail: { outcome },
    });
    if (outcome === "accepted") return takeIn(tx, actor, lead, "appeal");
    await makeFinal(tx, actor, lead);
    await enqueue(tx, tellOfLead, { leadId, told: "appeal_decided" });
  });
}
