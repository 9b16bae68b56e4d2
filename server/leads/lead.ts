import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { PageInput } from "#server/kernel/page.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { ProgramId } from "#server/programs/program.ts";
import { ProspectId } from "#server/prospects/prospect.ts";

export type LeadId = Id<"lead">;
export const LeadId = idSchema("lead");

/** Longest summary an agent writes for the merchant, in characters. */
export const MAX_SUMMARY_LENGTH = 1000;
/** Longest note, proof or appeal, in characters. */
export const MAX_REASON_LENGTH = 2000;
/** Shortest note that can be checked, in characters. */
export const MIN_REASON_LENGTH = 10;
/** Longest text to search leads for, in characters. */
export const MAX_SEARCH_LENGTH = 80;
/** Days in which a provider may appeal a rejection or a return. */
export const APPEAL_DAYS = 7;
/** Days over which an agent's record is counted. */
export const RECORD_DAYS = 30;
/** Leads that one run of a sweep decides at most. */
export const SWEEP_SIZE = 500;

export const LEAD_STATUSES = [
  "submitted",
  "accepted",
  "rejected",
  "returned",
  "appealed",
  "final",
  "withdrawn",
] as const;
export type LeadStatus = (typeof LEAD_STATUSES)[number];

/** Why a lead may be rejected before contact. */
export const REJECTIONS = ["outside_icp", "duplicate", "consent"] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** Why an accepted lead may be given back: what only contact can show. */
export const RETURNS = ["bad_contact", "prior_relationship", "no_intent"] as const;
export type Return = (typeof RETURNS)[number];

export const leadIsUnknown = refusal("lead_is_unknown", "not_found");
export const leadHasMovedOn = refusal("lead_has_moved_on", "conflict");
export const leadIsHandedOver = refusal("lead_is_handed_over", "conflict");
export const leadIsNoDuplicate = refusal("lead_is_no_duplicate", "invalid");
export const leadReasonNeedsProof = refusal("lead_reason_needs_proof", "invalid");
export const leadReturnIsLate = refusal("lead_return_is_late", "conflict");
export const leadIsWon = refusal("lead_is_won", "conflict");
export const leadWasReturned = refusal("lead_was_returned", "conflict");
export const leadAppealIsLate = refusal("lead_appeal_is_late", "conflict");
export const leadIsNotAccepted = refusal("lead_is_not_accepted", "conflict");

/** Every move a lead can make; what is not here is refused from every entrance. */
const MOVES: Readonly<Record<LeadStatus, readonly LeadStatus[]>> = {
  submitted: ["accepted", "rejected", "withdrawn"],
  accepted: ["returned"],
  rejected: ["appealed", "final"],
  returned: ["appealed", "final"],
  appealed: ["accepted", "final"],
  final: [],
  withdrawn: [],
};

export const mayMove = (from: LeadStatus, to: LeadStatus): boolean => MOVES[from].includes(to);

/** Refuses a move that the table does not list. */
export function assertMove(lead: { status: LeadStatus }, to: LeadStatus): void {
  if (!mayMove(lead.status, to)) throw leadHasMovedOn({ status: lead.status });
}

/** Refuses a reason that says nothing that could be checked. *duplicate* needs no words: Lode looks itself. */
export function assertProven(reason: Rejection | Return | "appeal", words: string): void {
  if (reason !== "duplicate" && words.length < MIN_REASON_LENGTH)
    throw leadReasonNeedsProof({ least: MIN_REASON_LENGTH });
}

/** Refuses to give back what is not accepted, was given back before, is won, or was accepted too long ago. */
export function assertReturnable(
  lead: { status: LeadStatus; wonAt: Date | null; returnUntil: Date | null; giveBack: unknown },
  now: Date,
): void {
  assertMove(lead, "returned");
  if (lead.wonAt) throw leadIsWon();
  if (lead.giveBack) throw leadWasReturned();
  if (!lead.returnUntil || lead.returnUntil <= now) throw leadReturnIsLate();
}

export const HandOver = z.object({ leadId: LeadId, prospectId: ProspectId, summary: prose(MAX_SUMMARY_LENGTH) });
export type HandOver = z.infer<typeof HandOver>;

export const OneLead = z.object({ leadId: LeadId });
export type OneLead = z.infer<typeof OneLead>;

const reason = prose(MAX_REASON_LENGTH);
export const Reject = z.object({ leadId: LeadId, reason: z.enum(REJECTIONS), note: reason });
export type Reject = z.infer<typeof Reject>;
export const ReturnLead = z.object({ leadId: LeadId, reason: z.enum(RETURNS), proof: reason });
export type ReturnLead = z.infer<typeof ReturnLead>;
export const Appeal = z.object({ leadId: LeadId, reason });
export type Appeal = z.infer<typeof Appeal>;
export const DecideAppeal = z.object({ leadId: LeadId, outcome: z.enum(["accepted", "final"]), note: reason });
export type DecideAppeal = z.infer<typeof DecideAppeal>;

/** Which leads to list. */
export const LeadFilter = PageInput.extend({
  /** One, several, or all. */
  status: z.union([z.enum(LEAD_STATUSES), z.array(z.enum(LEAD_STATUSES)).max(LEAD_STATUSES.length)]).nullish(),
  programId: ProgramId.nullish(),
  text: line(MAX_SEARCH_LENGTH).nullish(),
});
export type LeadFilter = z.infer<typeof LeadFilter>;

/** What of a lead somebody is to be told by mail. */
export const TOLD = ["waiting", "accepted", "rejected", "returned", "appeal_decided"] as const;
export type ToldOfLead = (typeof TOLD)[number];
export const tellOfLead = job("leads.tell", z.object({ leadId: LeadId, told: z.enum(TOLD) }));
