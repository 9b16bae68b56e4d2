import type Stripe from "stripe";

/** The body of an error as Stripe sends it. */
interface ErrorBody {
  type: "api_error" | "card_error" | "idempotency_error" | "invalid_request_error";
  message: string;
  code?: string;
  decline_code?: string;
  advice_code?: string;
  network_advice_code?: string;
  network_decline_code?: string;
  param?: string;
  doc_url?: string;
  charge?: string;
  payment_intent?: Stripe.PaymentIntent;
  setup_intent?: Stripe.SetupIntent;
  payment_method?: Stripe.PaymentMethod;
}

/** Stripe says no. What was done before stays done only when `commits` is true (a declined card leaves its failed charge). */
export class Refusal extends Error {
  readonly status: number;
  readonly body: ErrorBody;
  readonly commits: boolean;

  constructor(status: number, body: ErrorBody, commits = false) {
    super(body.message);
    this.status = status;
    this.body = body.code ? { doc_url: docUrl(body.code), ...body } : body;
    this.commits = commits;
  }
}

/** Where Stripe explains an error code. */
export function docUrl(code: string): string {
  return `https://docs.stripe.com/error-codes#${code.replaceAll("_", "-")}`;
}

/** A request that cannot be done as it is asked (400). */
export function invalid(message: string, more: Partial<ErrorBody> = {}, status = 400): Refusal {
  return new Refusal(status, { type: "invalid_request_error", message, ...more });
}

/** An id that names nothing here (404, or 400 when it came as a parameter). */
export function unknownId(noun: string, id: string, param = noun === "payment_intent" ? "intent" : "id"): Refusal {
  const status = param === "id" || param === "intent" ? 404 : 400;
  return invalid(`No such ${noun}: '${id}'`, { code: "resource_missing", param }, status);
}

/** A parameter that has to be there and is not. */
export function missing(param: string): Refusal {
  return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
}
