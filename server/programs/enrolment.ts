import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { PageInput } from "#server/kernel/page.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { ProgramId } from "./program.ts";
import { TermsVersionId } from "./terms.ts";

export type EnrolmentId = Id<"enrolment">;
export const EnrolmentId = idSchema("enrolment");

export const MAX_MESSAGE_LENGTH = 2000;
export const MAX_REASON_LENGTH = 500;

const ENROLMENT_STATUSES = ["applied", "invited", "approved", "rejected", "declined", "suspended", "ended"] as const;
export type EnrolmentStatus = (typeof ENROLMENT_STATUSES)[number];

/** Every move an enrolment can make, by what is then said to have happened. */
const MOVES = {
  approved: { from: ["applied", "invited"], to: "approved" },
  rejected: { from: ["applied", "invited"], to: "rejected" },
  declined: { from: ["applied", "invited"], to: "declined" },
  suspended: { from: ["approved"], to: "suspended" },
  resumed: { from: ["suspended"], to: "approved" },
  ended: { from: ["approved", "suspended"], to: "ended" },
} as const satisfies Record<string, { from: readonly EnrolmentStatus[]; to: EnrolmentStatus }>;
export type EnrolmentMove = keyof typeof MOVES;

export const Apply = z.object({ id: EnrolmentId, programId: ProgramId, message: prose(MAX_MESSAGE_LENGTH) });
export type Apply = z.infer<typeof Apply>;

export const EnrolmentRef = z.object({ enrolmentId: EnrolmentId });
export type EnrolmentRef = z.infer<typeof EnrolmentRef>;

/** A move that needs to say why. */
export const WithReason = EnrolmentRef.extend({ reason: line(MAX_REASON_LENGTH) });
export type WithReason = z.infer<typeof WithReason>;

/** A signature under the text that the person saw. */
export const SignTerms = EnrolmentRef.extend({
  termsVersionId: TermsVersionId,
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type SignTerms = z.infer<typeof SignTerms>;

export const EnrolmentList = PageInput.extend({
  status: z.enum(ENROLMENT_STATUSES).nullish(),
  programId: ProgramId.nullish(),
});
export type EnrolmentList = z.infer<typeof EnrolmentList>;

export const enrolmentIsUnknown = refusal("enrolment_is_unknown", "not_found");
export const enrolmentExists = refusal("enrolment_exists", "conflict");
const enrolmentCannotMove = refusal("enrolment_cannot_move", "conflict");
export const enrolmentIsNotApproved = refusal("enrolment_is_not_approved", "conflict");
export const termsAreNotSigned = refusal("terms_are_not_signed", "conflict");
const termsCannotBeSignedYet = refusal("terms_cannot_be_signed_yet", "conflict");

/** Where a move leads, or a refusal when an enrolment in this state cannot make it. */
export function assertMove(status: EnrolmentStatus, move: EnrolmentMove): EnrolmentStatus {
  const { from, to } = MOVES[move];
  if (!from.some((start) => start === status)) throw enrolmentCannotMove({ from: status, to });
  return to;
}

/** A side of an enrolment, as its signature names it. */
export type Party = "merchant" | "provider";

/** Refuses a signature before its time: the provider signs from its application on, the merchant once it approved. */
export function assertMaySign(party: Party, status: EnrolmentStatus): void {
  const from: readonly EnrolmentStatus[] =
    party === "provider" ? ["applied", "invited", "approved", "suspended"] : ["approved", "suspended"];
  if (!from.includes(status)) throw termsCannotBeSignedYet({ status });
}
