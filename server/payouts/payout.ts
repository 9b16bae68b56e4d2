import { z } from "zod";
import { OrganisationId } from "#server/kernel/actor.ts";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { type Currency, exponentOf, isCurrency, type Money } from "#server/kernel/money.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { EarningId, Reason } from "./earning.ts";

export type PayoutId = Id<"pay">;
export const PayoutId = idSchema("pay");

/** Where a payout stands. */
export type PayoutStatus =
  | "draft"
  | "submitted"
  | "approved"
  | "executing"
  | "completed"
  | "partially_failed"
  | "cancelled";

export const payoutIsUnknown = refusal("payout_is_unknown", "not_found");
export const payoutIsElsewhere = refusal("payout_is_elsewhere", "conflict");
export const payoutHasNothing = refusal("payout_has_nothing", "conflict");
export const payoutIsYours = refusal("payout_is_yours", "forbidden");
export const payoutHasAnotherMaker = refusal("payout_has_another_maker", "forbidden");
export const payoutPaysYou = refusal("payout_pays_you", "forbidden");
export const payoutHasChanged = refusal("payout_has_changed", "conflict");
export const payoutIsApprovedByYou = refusal("payout_is_approved_by_you", "conflict");
export const payoutLacksApproval = refusal("payout_lacks_approval", "conflict");
export const payoutHoldsBlocked = refusal("payout_holds_blocked", "conflict");
export const payoutLineIsUnknown = refusal("payout_line_is_unknown", "not_found");
export const payoutLineIsLast = refusal("payout_line_is_last", "conflict");
export const payoutsArePaused = refusal("payouts_are_paused", "conflict");

/** Earnings in one payout, at most. */
export const MAX_LINES = 200;
/** From this total on, in the major unit, two people approve. */
export const TWO_APPROVERS_FROM_MAJOR = 5_000n;

const CurrencyCode = z.string().refine(isCurrency);
/** The hash of what the person saw. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

export const MakePayout = z.object({
  payoutId: PayoutId,
  providerId: OrganisationId,
  currency: CurrencyCode,
  /** Only these; all that are in review when left out. */
  earningIds: z.array(EarningId).min(1).max(MAX_LINES).optional(),
});
export type MakePayout = z.infer<typeof MakePayout>;
export const AboutPayout = z.object({ payoutId: PayoutId });
export type AboutPayout = z.infer<typeof AboutPayout>;
export const SeenPayout = z.object({ payoutId: PayoutId, hash: Hash });
export type SeenPayout = z.infer<typeof SeenPayout>;
export const CancelPayout = z.object({ payoutId: PayoutId, reason: Reason });
export type CancelPayout = z.infer<typeof CancelPayout>;
export const TakeLineOut = z.object({ payoutId: PayoutId, earningId: EarningId, reason: Reason });
export type TakeLineOut = z.infer<typeof TakeLineOut>;

export const executePayout = job("payouts.execute", z.object({ payoutId: PayoutId }));

/** How many people must approve a payout of this total. */
export const approvalsNeeded = ({ minor, currency }: Money): 1 | 2 =>
  minor >= TWO_APPROVERS_FROM_MAJOR * 10n ** BigInt(exponentOf(currency)) ? 2 : 1;

/** The moves of a payout that a person makes, and the states they are made from. */
const FROM = {
  submit: ["draft"],
  approve: ["submitted"],
  release: ["approved"],
  cancel: ["draft", "submitted", "approved"],
  "take-line-out": ["draft", "submitted", "approved"],
  retry: ["executing", "partially_failed"],
} as const;

export function assertMayMove(status: string, move: keyof typeof FROM): void {
  const from: readonly string[] = FROM[move];
  if (!from.includes(status)) throw payoutIsElsewhere({ status });
}

export const isBeforeRelease = (status: string): boolean => (FROM.cancel as readonly string[]).includes(status);

export const currencyOf = (code: string): Currency => {
  if (!isCurrency(code)) throw new RangeError(`unknown currency ${code}`);
  return code;
};
