import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { platformIds } from "./addressees.ts";
import { type Appeal, assertMove, assertProven, leadAppealIsLate } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** The provider appeals a rejection or a return; a person of the platform decides. */
export function appeal(actor: Actor, { leadId, reason }: Appeal): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    assertMove(lead, "appealed");
    assertProven("appeal", reason);
    const now = await clock.now(tx);
    if (!lead.appealUntil || lead.appealUntil <= now) throw leadAppealIsLate();

    const against = lead.status === "returned" ? "return" : "rejection";
    await tx.lead.update({ where: { id: leadId }, data: { status: "appealed", appealUntil: null } });
    await tx.leadAppeal.create({ data: { leadId, against, reason, userId: actor.userId, at: now } });
    await record(tx, actor, {
      what: "lead.appealed",
      about: leadId,
      audience: [lead.merchantId, ...(await platformIds(tx))],
      detail: { against },
    });
  });
}
