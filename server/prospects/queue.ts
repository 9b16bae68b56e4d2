import { z } from "zod";
import { refusal } from "#server/kernel/refusal.ts";
import { MINUTE_MS } from "#server/kernel/time.ts";
import { ProgramId } from "#server/programs/program.ts";
import { isOpen, ProspectId, type ProspectStatus, prospectCannotMove } from "./prospect.ts";

/** How long a prospect stays with the agent who took it; every act of the agent renews it. */
export const LEASE_MS = 20 * MINUTE_MS;
/** How many prospects an agent should work in a day. */
export const DAILY_GOAL = 40;
/** How often a day an agent may be told *not available*, so that nobody can probe what others hold. */
export const NOT_AVAILABLE_BUDGET = 50;
/** Rows of the column of next prospects. */
export const UPCOMING_ROWS = 25;
/** The counter of the queue stops here and says "and more". */
export const MAX_COUNTED = 1_000;
/** How long an agent may take back a snooze, a disqualification or a skip; the page offers ten seconds of it. */
export const UNDO_MS = 15_000;
/** A skipped prospect comes back after this. */
export const SKIP_MS = 4 * 60 * MINUTE_MS;
/** Rows that one run of a sweep takes. */
export const SWEEP_ROWS = 200;
/** The longest snooze. */
export const MAX_SNOOZE_DAYS = 180;

export const SKIP_REASONS = ["bad_time", "needs_research", "not_my_language", "other"] as const;
/** Events that an agent may take back, and only these. */
export const UNDOABLE = ["prospect.snoozed", "prospect.disqualified", "prospect.skipped"] as const;

export const prospectIsTaken = refusal("prospect_is_taken", "conflict");
export const notAvailableBudgetIsSpent = refusal("not_available_budget_is_spent", "too_many");
export const tooLateToUndo = refusal("too_late_to_undo", "conflict");
export const snoozeIsNotAhead = refusal("snooze_is_not_ahead", "invalid");

export const TakeNext = z.object({
  programId: ProgramId,
  /** The prospect in work: the answer is another one, so that the next is loaded before it is asked for. */
  besides: ProspectId.nullish(),
});
export type TakeNext = z.infer<typeof TakeNext>;

export const Upcoming = z.object({ programId: ProgramId });
export type Upcoming = z.infer<typeof Upcoming>;

export const Skip = z.object({ prospectId: ProspectId, reason: z.enum(SKIP_REASONS) });
export type Skip = z.infer<typeof Skip>;

export const Snooze = z.object({
  prospectId: ProspectId,
  /** Days from today at nine in the person's zone, or a day picked by hand. */
  until: z.union([z.object({ days: z.number().int().min(1).max(MAX_SNOOZE_DAYS) }), z.object({ day: z.iso.date() })]),
});
export type Snooze = z.infer<typeof Snooze>;

type Leased = { readonly takenById: string | null; readonly takenUntil: Date | null };

/** Has another agent taken the prospect, now? */
export const isTakenByAnother = ({ takenById, takenUntil }: Leased, userId: string, now: Date): boolean =>
  takenById !== null && takenById !== userId && takenUntil !== null && takenUntil > now;

/** Refuses to work on a prospect that another agent has taken, or that is not to be worked. */
export function assertWorkable(prospect: Leased & { status: ProspectStatus }, userId: string, now: Date): void {
  if (!isOpen(prospect.status)) throw prospectCannotMove({ from: prospect.status, to: "working" });
  if (isTakenByAnother(prospect, userId, now)) throw prospectIsTaken();
}
