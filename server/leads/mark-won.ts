import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { leadIsNotAccepted } from "./lead.ts";
import type { LockedLead } from "./lock-lead.ts";

/** A win of the lead is reported: from now on it cannot be returned, and nobody owes word on it. */
export async function markWon(tx: Tx, lead: LockedLead): Promise<void> {
  if (lead.status !== "accepted") throw leadIsNotAccepted({ status: lead.status });
  await tx.lead.update({ where: { id: lead.id }, data: { wonAt: await clock.now(tx), nextReportAt: null } });
}
