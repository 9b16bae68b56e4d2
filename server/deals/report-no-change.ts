import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import type { OneLead } from "#server/leads/lead.ts";
import { lockLead } from "#server/leads/lock-lead.ts";
import { oweReport } from "#server/leads/owe-report.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { stageOf } from "./set-stage.ts";
import { stageOwesNoReport } from "./stage.ts";

/** The merchant gives word that a lead still stands where it stood. */
export function reportNoChange(actor: Actor, { leadId }: OneLead): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    if (!lead.nextReportAt) throw stageOwesNoReport();
    await oweReport(tx, lead, plusDays(await clock.now(tx), lead.terms.reportEveryDays));
    const stage = await stageOf(tx, leadId);
    await record(tx, actor, { what: "stage.kept", about: leadId, audience: [lead.providerId], detail: { stage } });
  });
}
