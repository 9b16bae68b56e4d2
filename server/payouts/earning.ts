import { z } from "zod";
import type { EarningStatus } from "#prisma";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { prose } from "#server/kernel/text.ts";

export type EarningId = Id<"earn">;
export const EarningId = idSchema("earn");

export const earningIsUnknown = refusal("earning_is_unknown", "not_found");
export const earningCannotBeHeld = refusal("earning_cannot_be_held", "conflict");
export const earningIsNotHeldBack = refusal("earning_is_not_held_back", "conflict");
export const earningIsCharged = refusal("earning_is_charged", "conflict");

/** Days an earning may be held by its evidence grade alone, at most. */
export const MAX_HOLD_DAYS = 60;
/** Characters of a reason, at most; at least three, so that a dot is none. */
export const MAX_REASON = 500;

/** Why somebody stops or cancels money, in words. */
export const Reason = prose(MAX_REASON).pipe(z.string().min(3));

export const HoldBackEarning = z.object({ earningId: EarningId, reason: Reason });
export type HoldBackEarning = z.infer<typeof HoldBackEarning>;
export const LetEarningGo = z.object({ earningId: EarningId, resolution: Reason });
export type LetEarningGo = z.infer<typeof LetEarningGo>;

/** Why an earning may not be paid: what came back or is disputed, a risk, the account, Stripe's no, or a person's decision. */
export const BLOCK_KINDS = ["refund", "chargeback", "dispute", "risk", "manual", "account", "stripe"] as const;

/** States in which the charge has arrived and nothing was sent yet: a person may still stop it. */
const STOPPABLE: readonly EarningStatus[] = ["held", "in_review", "approved"];

export function assertStoppable(status: EarningStatus): void {
  if (!STOPPABLE.includes(status)) throw earningCannotBeHeld();
}
