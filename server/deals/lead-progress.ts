import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { LeadId, leadIsUnknown, type OneLead } from "#server/leads/lead.ts";
import { ownLeads } from "#server/leads/provider-leads.ts";
import { db } from "#server/platform/db.ts";
import { sideOf } from "./deal.ts";
import { movesFrom, type Stage } from "./stage.ts";

/** Leads whose stage may be asked for at once. */
export const MAX_LEADS = 100;
export const SomeLeads = z.object({ leadIds: z.array(LeadId).max(MAX_LEADS) });
export type SomeLeads = z.infer<typeof SomeLeads>;

const own = (actor: Actor) => (sideOf(actor) === "merchant" ? { merchantId: actor.organisationId } : ownLeads(actor));

/** How far a lead has come with its merchant, and the deals reported for it. */
export async function leadProgress(actor: Actor, { leadId }: OneLead) {
  const lead = await db.lead.findFirst({
    where: { AND: [{ id: leadId }, own(actor)] },
    select: {
      status: true,
      nextReportAt: true,
      stage: { select: { stage: true, reason: true, since: true } },
      deals: {
        orderBy: { reportedAt: "desc" },
        select: {
          id: true,
          status: true,
          reportedBy: true,
          valueMinor: true,
          currency: true,
          reportedAt: true,
          answerDueAt: true,
        },
      },
    },
  });
  if (!lead) throw leadIsUnknown();
  const moves = await db.stageMove.findMany({
    where: { leadId },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { from: true, to: true, reason: true, at: true },
  });
  const stage: Stage = lead.stage?.stage ?? "open";
  return {
    stage,
    reason: lead.stage?.reason ?? null,
    nextReportAt: lead.nextReportAt,
    next: lead.status === "accepted" ? movesFrom(stage) : [],
    moves,
    deals: lead.deals,
  };
}

/** The stages of some leads in a list; one that is not there is open. */
export async function stagesOf(actor: Actor, { leadIds }: SomeLeads) {
  const rows = await db.leadStage.findMany({
    where: { leadId: { in: leadIds }, lead: own(actor) },
    select: { leadId: true, stage: true, reason: true },
  });
  return rows;
}
