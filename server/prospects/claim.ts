import { refusal } from "#server/kernel/refusal.ts";

/** Prospects one provider may protect at once in one program. */
export const MAX_OPEN_CLAIMS = 200;
/** Protection where a program has no active terms yet. */
export const USUAL_PROTECTION_DAYS = 120;

export const claimsAreAtTheirCap = refusal("claims_are_at_their_cap", "conflict");
export const prospectIsNotClaimed = refusal("prospect_is_not_claimed", "conflict");
