import { db } from "#server/platform/db.ts";

/** Messages shown at once, at most. */
export const MAX_WAITING_EVENTS = 100;

/** Stripe's messages that are not read: parked because their object is unknown, or failed. Oldest first. */
export function waitingEvents() {
  return db.stripeEvent.findMany({
    where: { status: { in: ["received", "processing", "failed", "parked"] } },
    select: {
      endpoint: true,
      eventId: true,
      type: true,
      objectId: true,
      status: true,
      attempts: true,
      error: true,
      receivedAt: true,
    },
    orderBy: { receivedAt: "asc" },
    take: MAX_WAITING_EVENTS,
  });
}
