import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import type { LockedLead } from "./lock-lead.ts";

/** The reported win does not stand: the lead goes on, and the merchant owes word on it again. */
export async function unmarkWon(tx: Tx, lead: LockedLead): Promise<void> {
  const nextReportAt = plusDays(await clock.now(tx), lead.terms.reportEveryDays);
  await tx.lead.update({ where: { id: lead.id }, data: { wonAt: null, nextReportAt } });
}
