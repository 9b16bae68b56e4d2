import { z } from "zod";
import { refusal } from "#server/kernel/refusal.ts";
import { LeadId } from "#server/leads/lead.ts";

export const STAGES = ["open", "contacted", "meeting", "proposal", "negotiation", "won", "lost", "dormant"] as const;
export type Stage = (typeof STAGES)[number];

/** Where a lead is on its way, in order. */
export const WAY = ["open", "contacted", "meeting", "proposal", "negotiation"] as const satisfies readonly Stage[];

/** Why a merchant lost a lead; the provider learns from it. */
export const LOST_REASONS = [
  "no_need",
  "no_budget",
  "bad_timing",
  "competitor",
  "no_answer",
  "not_the_decider",
  "terms",
  "other",
] as const;
export type LostReason = (typeof LOST_REASONS)[number];

/** Days until a merchant owes word on a dormant lead. */
export const DORMANT_REPORT_DAYS = 90;

export const stageCannotMove = refusal("stage_cannot_move", "conflict");
export const stageOwesNoReport = refusal("stage_owes_no_report", "conflict");
export const stageNeedsAReason = refusal("stage_needs_a_reason", "invalid");

const isOnTheWay = (stage: Stage): boolean => WAY.some((step) => step === stage);

/** Forward along the way, skipping as it comes; from anywhere on it to an end; back from lost and dormant to open. */
export function mayMove(from: Stage, to: Stage): boolean {
  if (!isOnTheWay(from)) return from !== "won" && to === "open";
  return isOnTheWay(to) ? STAGES.indexOf(to) > STAGES.indexOf(from) : true;
}

/** Where a lead at a stage can go. */
export const movesFrom = (from: Stage): readonly Stage[] => STAGES.filter((to) => mayMove(from, to));

export function assertMove(from: Stage, to: Stage): void {
  if (!mayMove(from, to)) throw stageCannotMove({ from, to });
}

/** A move by hand. *Won* is not among them: a win is reported with its value and evidence. */
export const MoveStage = z.object({
  leadId: LeadId,
  to: z.enum(["open", "contacted", "meeting", "proposal", "negotiation", "lost", "dormant"]),
  reason: z.enum(LOST_REASONS).nullish(),
});
export type MoveStage = z.infer<typeof MoveStage>;
