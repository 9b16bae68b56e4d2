import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { leadIsNotAccepted } from "#server/leads/lead.ts";
import { lockLead } from "#server/leads/lock-lead.ts";
import { oweReport } from "#server/leads/owe-report.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { setStage } from "./set-stage.ts";
import { DORMANT_REPORT_DAYS, type MoveStage, stageNeedsAReason } from "./stage.ts";

/** The merchant says where a lead stands now; the next word on it is due in the days of the terms. */
export function moveStage(actor: Actor, { leadId, to, reason = null }: MoveStage): Promise<void> {
  return inTransaction(async (tx) => {
    const lead = await lockLead(tx, actor, leadId);
    if (lead.status !== "accepted") throw leadIsNotAccepted({ status: lead.status });
    if (to === "lost" && !reason) throw stageNeedsAReason();
    await setStage(tx, actor, lead, to, to === "lost" ? reason : null);
    const days = to === "dormant" ? DORMANT_REPORT_DAYS : lead.terms.reportEveryDays;
    // A win that waits for an answer owes no further word.
    const owes = to !== "lost" && !lead.wonAt;
    await oweReport(tx, lead, owes ? plusDays(await clock.now(tx), days) : null);
  });
}
