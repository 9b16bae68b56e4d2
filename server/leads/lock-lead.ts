import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type LeadId, leadIsUnknown } from "./lead.ts";

/** A lead of the asker's organisation with its terms and facts, which nobody else changes until the transaction ends. Lode itself finds any. */
export async function lockLead(tx: Tx, author: Author, leadId: LeadId) {
  await tx.$executeRaw`select 1 from lead where id = ${leadId} for update`;
  const { organisationId } = author;
  const own = organisationId ? { OR: [{ merchantId: organisationId }, { providerId: organisationId }] } : {};
  const lead = await tx.lead.findFirst({
    where: { id: leadId, ...own },
    include: {
      terms: true,
      merchant: { select: { timeZone: true } },
      acceptance: true,
      rejection: true,
      giveBack: true,
    },
  });
  if (!lead) throw leadIsUnknown();
  return lead;
}

export type LockedLead = Awaited<ReturnType<typeof lockLead>>;
