import type { Author } from "#server/kernel/actor.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { lockLead } from "#server/leads/lock-lead.ts";
import type { Tx } from "#server/platform/db.ts";
import { type DealId, dealIsUnknown } from "./deal.ts";

/** A deal of the asker's organisation with its lead; nobody else changes either until the transaction ends. Lode itself finds any. */
export async function lockDeal(tx: Tx, author: Author, dealId: DealId) {
  const { organisationId } = author;
  const own = organisationId ? { OR: [{ merchantId: organisationId }, { providerId: organisationId }] } : {};
  const found = await tx.deal.findFirst({ where: { id: dealId, ...own }, select: { leadId: true } });
  if (!found) throw dealIsUnknown();
  // All that happens to a deal waits in the queue of its lead.
  const lead = await lockLead(tx, SYSTEM, found.leadId as LeadId);
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    include: { confirmation: true, contest: true },
  });
  return { deal, lead };
}

export type LockedDeal = Awaited<ReturnType<typeof lockDeal>>;
