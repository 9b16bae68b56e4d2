import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { freeProspect } from "#server/prospects/free-prospect.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { assertMove, type OneLead } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";

/** The provider takes a lead back before the merchant has decided; its prospect is worked again. */
export function withdraw(actor: Actor, { leadId }: OneLead): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    assertMove(lead, "withdrawn");
    await tx.lead.update({ where: { id: leadId }, data: { status: "withdrawn" } });
    await freeProspect(tx, actor, lead.prospectId as ProspectId);
    await record(tx, actor, { what: "lead.withdrawn", about: leadId, audience: [lead.merchantId] });
  });
}
