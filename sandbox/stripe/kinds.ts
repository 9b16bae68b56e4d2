import type Stripe from "stripe";

/** The kinds of object the sandbox keeps, by the name Stripe writes in their `object` field. */
export interface Kinds {
  "v2.core.account": Stripe.V2.Core.Account;
  "v2.core.account_link": Stripe.V2.Core.AccountLink & { id: string };
  "v2.core.event_destination": Stripe.V2.Core.EventDestination;
  balance_transaction: Stripe.BalanceTransaction;
  bank_account: Stripe.BankAccount;
  charge: Stripe.Charge;
  "checkout.session": Stripe.Checkout.Session;
  customer: Stripe.Customer;
  dispute: Stripe.Dispute;
  event: SnapshotEvent;
  mandate: Stripe.Mandate;
  payment_intent: Stripe.PaymentIntent;
  payment_method: Stripe.PaymentMethod;
  payout: Stripe.Payout;
  "radar.early_fraud_warning": Stripe.Radar.EarlyFraudWarning;
  refund: Stripe.Refund;
  setup_intent: Stripe.SetupIntent;
  token: Stripe.Token;
  topup: Stripe.Topup;
  transfer: Stripe.Transfer;
  transfer_reversal: Stripe.TransferReversal;
  "v2.core.event": ThinEvent;
  webhook_endpoint: Stripe.WebhookEndpoint;
}

/** The name of a kind of object. */
export type Kind = keyof Kinds;

/** Who asked for a change: the request's id and the caller's own idempotency key, both null when nobody did. */
export interface Asked {
  id: string | null;
  idempotency_key: string | null;
}

/** A v1 event: it carries the object as it was at that moment. */
export interface SnapshotEvent {
  id: string;
  object: "event";
  account?: string;
  api_version: string;
  created: number;
  data: { object: object; previous_attributes?: object };
  livemode: boolean;
  pending_webhooks: number;
  request: Asked | null;
  type: string;
}

/** A v2 event: it only says which object to read again. */
export interface ThinEvent {
  id: string;
  object: "v2.core.event";
  created: string;
  livemode: boolean;
  context?: string;
  reason?: { type: "request"; request: { id: string; idempotency_key: string } };
  related_object?: { id: string; type: string; url: string };
  type: string;
}

/** What one kept object has at least. */
export interface Wire {
  id: string;
  object: string;
}

/** The id behind a field that Stripe may show as an id or as the whole object. */
export function idOf(field: string | { id: string } | null | undefined): string | null {
  return typeof field === "string" ? field : (field?.id ?? null);
}
