const WORDS = [
  "no_payment_method",
  "authentication_required",
  "payment_intent_authentication_failure",
  "insufficient_funds",
  "expired_card",
  "lost_card",
  "stolen_card",
  "processing_error",
  "fraudulent",
] as const;

/** The key of the words for a decline; what banks do not explain is "other". */
export const declineWord = (code: string | null): (typeof WORDS)[number] | "other" =>
  WORDS.find((known) => known === code) ?? "other";
