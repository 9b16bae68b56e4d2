import { z } from "zod";
import { job } from "#server/kernel/job.ts";
import { STRIPE_ENDPOINTS } from "#server/platform/stripe-signature.ts";

/** Times a message is worked on before a person is asked. */
export const MAX_EVENT_ATTEMPTS = 12;

export const Endpoint = z.enum(STRIPE_ENDPOINTS);
export const handleEvent = job("billing.handle-event", z.object({ endpoint: Endpoint, eventId: z.string().max(255) }));

/** What a message makes Lode read again. */
export type Reading = "intent" | "charge" | "session" | "method" | "transfer" | "account";

const READINGS: Readonly<Record<string, Reading>> = {
  "payment_intent.succeeded": "intent",
  "payment_intent.payment_failed": "intent",
  "payment_intent.requires_action": "intent",
  "payment_intent.processing": "intent",
  "payment_intent.canceled": "intent",
  "charge.succeeded": "charge",
  "charge.updated": "charge",
  "checkout.session.completed": "session",
  "checkout.session.expired": "session",
  "payment_method.detached": "method",
  "payment_method.updated": "method",
  "payment_method.automatically_updated": "method",
  "transfer.created": "transfer",
  "transfer.updated": "transfer",
  "account.updated": "account",
  "account.application.deauthorized": "account",
};

/** Which object a type of message is about; null for what Lode does not follow. */
export const readingFor = (type: string): Reading | null =>
  type.startsWith("v2.core.account") ? "account" : (READINGS[type] ?? null);
