import Stripe from "stripe";

/** What an error of Stripe's SDK means for money (money.md, the table of errors). */
export type Verdict =
  /** A bank or card said no; the object says why. */
  | "declined"
  /** Definitely not done, and asking the same again would not be either. */
  | "refused"
  /** It was done before: read the object. */
  | "already"
  /** The account at the other end is gone or may not. */
  | "account_gone"
  /** Nobody knows whether it was done: look it up, never ask under a new key. */
  | "ambiguous"
  /** The same request is being done right now: wait, then look it up. */
  | "in_flight"
  /** Not done because of too many requests: ask the same again later. */
  | "not_executed"
  /** The key or its permissions are wrong: nothing works until a person mends it. */
  | "configuration";

const ALREADY = new Set([
  "payment_intent_unexpected_state",
  "charge_already_refunded",
  "setup_intent_unexpected_state",
]);
const NOT_EXECUTED = new Set(["lock_timeout", "rate_limit"]);

/** Tells what an error means. Whatever Stripe did not clearly answer is ambiguous. */
export function verdictOf(error: unknown): Verdict {
  const { errors } = Stripe;
  if (!(error instanceof errors.StripeError)) return "ambiguous";
  if (error instanceof errors.StripeCardError) return "declined";
  if (error instanceof errors.StripeRateLimitError || NOT_EXECUTED.has(error.code ?? "")) return "not_executed";
  if (error instanceof errors.StripeIdempotencyError) return error.statusCode === 409 ? "in_flight" : "ambiguous";
  if (ALREADY.has(error.code ?? "")) return "already";
  if (error.code === "account_invalid") return "account_gone";
  if (error instanceof errors.StripeAuthenticationError || error instanceof errors.StripePermissionError)
    return "configuration";
  if (error instanceof errors.StripeInvalidRequestError) return "refused";
  if (error.statusCode === 409) return "in_flight";
  return "ambiguous";
}

/** A definite no of Stripe's, with what it says about the reason. */
export class StripeSaidNo extends Error {
  readonly verdict: Verdict;
  readonly code: string;
  readonly declineCode: string | null;
  readonly adviceCode: string | null;
  readonly paymentIntent: Stripe.PaymentIntent | null;

  constructor(verdict: Verdict, error: unknown) {
    super(error instanceof Error ? error.message : "Stripe said no");
    this.name = "StripeSaidNo";
    this.verdict = verdict;
    const said = error instanceof Stripe.errors.StripeError ? error : null;
    // The SDK says an empty text where Stripe said nothing.
    this.code = said?.code || "unknown";
    this.declineCode = said?.decline_code || null;
    this.adviceCode = said?.advice_code || null;
    this.paymentIntent = said?.payment_intent ?? null;
  }
}

/** Stripe's answer is not known yet. The job is tried again, and looks it up before it asks again. */
export class StripeIsUnclear extends Error {
  readonly verdict: Verdict;

  constructor(operation: string, verdict: Verdict, cause: unknown) {
    super(`${operation}: ${verdict}`, { cause });
    this.name = "StripeIsUnclear";
    this.verdict = verdict;
  }
}
