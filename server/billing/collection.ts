import { z } from "zod";
import type { CollectionStatus } from "#prisma";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { plusDays } from "#server/kernel/time.ts";

export type CollectionId = Id<"col">;
export const CollectionId = idSchema("col");

export const collectionIsUnknown = refusal("collection_is_unknown", "not_found");
export const collectionIsElsewhere = refusal("collection_is_elsewhere", "conflict");
export const collectionWaitsForNobody = refusal("collection_waits_for_nobody", "conflict");

export const AboutCollection = z.object({ collectionId: CollectionId });
export type AboutCollection = z.infer<typeof AboutCollection>;

export const collect = job("billing.collect", AboutCollection);
export const readIntent = job("billing.read-intent", AboutCollection);
export const cancelIntent = job("billing.cancel-intent", AboutCollection);

/** Days after a soft decline until the next try; after the last one a person is asked. */
export const RETRY_AFTER_DAYS = [1, 3, 7] as const;
/** Settlements collected by one charge, at most. */
export const MAX_SETTLEMENTS_PER_CHARGE = 100;

const MOVES: Record<CollectionStatus, readonly CollectionStatus[]> = {
  accrued: ["collecting", "void"],
  collecting: ["collected", "action_required", "retry_scheduled", "processing", "void", "uncollectible"],
  action_required: ["collecting", "collected", "processing", "retry_scheduled", "void", "uncollectible"],
  retry_scheduled: ["collecting", "collected", "void", "uncollectible"],
  processing: ["collected", "action_required", "retry_scheduled"],
  collected: [],
  uncollectible: [],
  void: [],
};

export function assertMove(from: CollectionStatus, to: CollectionStatus): void {
  if (from !== to && !MOVES[from].includes(to)) throw collectionIsElsewhere({ status: from });
}

/** Why a try to charge did not end in money: Stripe's words. */
export type Decline = {
  readonly code: string;
  readonly declineCode: string | null;
  readonly adviceCode: string | null;
};

/** Codes after which the same card works no better tomorrow: its owner has to bring another. */
const HARD = new Set([
  "expired_card",
  "lost_card",
  "stolen_card",
  "pickup_card",
  "fraudulent",
  "revocation_of_authorization",
  "revocation_of_all_authorizations",
  "stop_payment_order",
  "transaction_not_allowed",
  "invalid_account",
  "incorrect_number",
  "incorrect_cvc",
  "card_not_supported",
  "currency_not_supported",
  "restricted_card",
  "security_violation",
  "resource_missing",
  "payment_method_unactivated",
  "payment_intent_authentication_failure",
]);

/** Codes after which waiting may help. */
const SOFT = new Set([
  "insufficient_funds",
  "do_not_honor",
  "generic_decline",
  "processing_error",
  "try_again_later",
  "card_velocity_exceeded",
  "withdrawal_count_limit_exceeded",
  "reenter_transaction",
  "issuer_not_available",
  "approve_with_id",
  "call_issuer",
  "no_action_taken",
  "service_not_allowed",
]);

/** What follows a decline: another try on its own, or a person. */
export type NextStep =
  | { readonly status: "retry_scheduled"; readonly at: Date }
  | { readonly status: "action_required" };

/** Decides what follows the nth try's decline. A code that is not known to be soft asks a person. */
export function afterDecline(decline: Decline, n: number, now: Date): NextStep {
  const code = decline.declineCode ?? decline.code;
  const days = RETRY_AFTER_DAYS[n - 1];
  const isFinal = HARD.has(code) || code === "authentication_required" || decline.adviceCode === "do_not_try_again";
  if (isFinal || !SOFT.has(code) || days === undefined) return { status: "action_required" };
  return { status: "retry_scheduled", at: plusDays(now, days) };
}
