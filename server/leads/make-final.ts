import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { freeProspect } from "#server/prospects/free-prospect.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { assertMove } from "./lead.ts";
import type { LockedLead } from "./lock-lead.ts";

/** A rejection or a return can no longer be turned: the lead is over and its prospect is the provider's to work again. */
export async function makeFinal(tx: Tx, author: Author, lead: LockedLead): Promise<void> {
  assertMove(lead, "final");
  await tx.lead.update({ where: { id: lead.id }, data: { status: "final", appealUntil: null } });
  await freeProspect(tx, author, lead.prospectId as ProspectId);
  await record(tx, author, {
    what: "lead.finalised",
    about: lead.id,
    audience: [lead.merchantId, lead.providerId],
    detail: { from: lead.status },
  });
}
