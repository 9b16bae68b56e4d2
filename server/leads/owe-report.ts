import type { Tx } from "#server/platform/db.ts";
import type { LockedLead } from "./lock-lead.ts";

/** The merchant gave word on a lead and owes the next at a later time, or none. */
export async function oweReport(tx: Tx, lead: LockedLead, nextReportAt: Date | null): Promise<void> {
  await tx.lead.update({ where: { id: lead.id }, data: { nextReportAt } });
}
