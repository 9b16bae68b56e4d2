import type Stripe from "stripe";
import { env } from "./env.ts";
import { stripe } from "./stripe.ts";

/** The doors Stripe knocks at, each with a secret of its own. */
export const STRIPE_ENDPOINTS = ["platform", "connect", "v2"] as const;
export type StripeEndpoint = (typeof STRIPE_ENDPOINTS)[number];

/** Bytes of one message, at most. */
export const MAX_WEBHOOK_BYTES = 1024 * 1024;
/** Seconds a message may be old, or its clock ahead of ours. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;

const SECRET: Record<StripeEndpoint, string> = {
  platform: env.STRIPE_WEBHOOK_SECRET,
  connect: env.STRIPE_CONNECT_WEBHOOK_SECRET,
  v2: env.STRIPE_V2_WEBHOOK_SECRET,
};
const isLive = /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY);

/** What a message tells: which event, about which object. Its contents are kept for the record and never trusted. */
export type StripeHint = {
  readonly eventId: string;
  readonly type: string;
  readonly apiVersion: string | null;
  readonly accountId: string | null;
  readonly objectId: string | null;
};

/**
 * Reads a message after proving that Stripe sent it to this endpoint, now, in our mode; null when it did not. The SDK checks
 * the age on one side only and takes any `t`, so both are checked here first.
 */
export function hintOf(endpoint: StripeEndpoint, body: string, header: string | null, now: Date): StripeHint | null {
  if (!header || !isFresh(header, now)) return null;
  try {
    const receivedAt = now.getTime();
    const read = endpoint === "v2" ? readThin : readSnapshot;
    return read(body, header, SECRET[endpoint], receivedAt);
  } catch {
    return null;
  }
}

/** Exactly one `t` (two headers arrive joined as one), ten digits, within the tolerance on both sides. */
function isFresh(header: string, now: Date): boolean {
  const times = header.split(",").filter((part) => part.trim().startsWith("t="));
  const seconds = times.length === 1 ? /^\s*t=(\d{10})$/.exec(times[0] ?? "")?.[1] : undefined;
  return seconds !== undefined && Math.abs(now.getTime() / 1000 - Number(seconds)) <= WEBHOOK_TOLERANCE_SECONDS;
}

function readSnapshot(body: string, header: string, secret: string, receivedAt: number): StripeHint | null {
  const event = stripe.webhooks.constructEvent(body, header, secret, WEBHOOK_TOLERANCE_SECONDS, undefined, receivedAt);
  if (event.livemode !== isLive) return null;
  return {
    eventId: event.id,
    type: event.type,
    apiVersion: event.api_version,
    accountId: event.account ?? null,
    objectId: idIn(event.data.object),
  };
}

function readThin(body: string, header: string, secret: string, receivedAt: number): StripeHint | null {
  const event: Stripe.V2.Core.EventNotification = stripe.parseEventNotification(
    body,
    header,
    secret,
    WEBHOOK_TOLERANCE_SECONDS,
    undefined,
    receivedAt,
  );
  if (event.livemode !== isLive) return null;
  const related = "related_object" in event ? event.related_object : null;
  return { eventId: event.id, type: event.type, apiVersion: null, accountId: null, objectId: idIn(related) };
}

const idIn = (object: unknown): string | null =>
  typeof object === "object" && object !== null && "id" in object && typeof object.id === "string" ? object.id : null;
