import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";

export type ProspectId = Id<"prospect">;
export const ProspectId = idSchema("prospect");

export const PROSPECT_STATUSES = [
  "new",
  "working",
  "qualified",
  "handed_over",
  "snoozed",
  "disqualified",
  "invalid",
  "do_not_contact",
] as const;
export type ProspectStatus = (typeof PROSPECT_STATUSES)[number];

const ASIDE = ["snoozed", "disqualified", "invalid", "do_not_contact"] as const;

/** Every move a prospect may make. What is not here is refused, from every entrance. */
export const MOVES: Readonly<Record<ProspectStatus, readonly ProspectStatus[]>> = {
  new: ["working", ...ASIDE],
  working: ["qualified", ...ASIDE],
  qualified: ["working", "handed_over", ...ASIDE],
  handed_over: ["working"],
  snoozed: ["working", ...ASIDE],
  disqualified: [],
  invalid: [],
  do_not_contact: [],
};

/** What the log says when a prospect has come into a state. */
export const EVENT_OF: Readonly<Record<Exclude<ProspectStatus, "new">, `prospect.${string}`>> = {
  working: "prospect.worked",
  qualified: "prospect.qualified",
  handed_over: "prospect.handed_over",
  snoozed: "prospect.snoozed",
  disqualified: "prospect.disqualified",
  invalid: "prospect.found_invalid",
  do_not_contact: "prospect.barred",
};

/** Kept as a prospect's reason when contact was refused: by whom and why is never said. */
export const NOT_AVAILABLE = "not_available";

export const DISQUALIFY_REASONS = [
  "outside_icp",
  "no_need",
  "no_budget",
  "no_authority",
  "competitor",
  "other",
] as const;
export const INVALID_REASONS = ["wrong_number", "mail_bounced", "wrong_person", "no_such_company", "other"] as const;
/** On what ground a person must not be contacted again. */
export const DO_NOT_CONTACT_BASES = ["asked", "unsubscribed", "complaint", "erased"] as const;

/** Longest note beside a reason. */
export const MAX_REASON_NOTE = 500;
/** Longest text to look for in the list of prospects. */
export const MAX_SEARCH_TEXT = 100;

export const prospectIsUnknown = refusal("prospect_is_unknown", "not_found");
export const prospectCannotMove = refusal("prospect_cannot_move", "conflict");
export const prospectIsNotQualified = refusal("prospect_is_not_qualified", "conflict");
export const prospectIsNotTouched = refusal("prospect_is_not_touched", "conflict");
/** The one answer for a claim of another provider and for do-not-contact: the same bytes. */
export const prospectIsNotAvailable = refusal("prospect_is_not_available", "conflict");

export const AboutProspect = z.object({ prospectId: ProspectId });
export type AboutProspect = z.infer<typeof AboutProspect>;

const note = prose(MAX_REASON_NOTE).default("");

export const Disqualify = z.object({ prospectId: ProspectId, reason: z.enum(DISQUALIFY_REASONS), note });
export type Disqualify = z.infer<typeof Disqualify>;

export const MarkInvalid = z.object({ prospectId: ProspectId, reason: z.enum(INVALID_REASONS), note });
export type MarkInvalid = z.infer<typeof MarkInvalid>;

export const BarContact = z.object({ prospectId: ProspectId, basis: z.enum(DO_NOT_CONTACT_BASES) });
export type BarContact = z.infer<typeof BarContact>;

export const SearchText = line(MAX_SEARCH_TEXT);

/** Refuses a move that the table does not list. */
export function assertMove(from: ProspectStatus, to: ProspectStatus): void {
  if (!MOVES[from].includes(to)) throw prospectCannotMove({ from, to });
}

/** Is a prospect still somebody to work on? */
export const isOpen = (status: ProspectStatus): boolean => MOVES[status].includes("disqualified");
