import type { InboxStatus } from "#prisma";
import { MINUTE_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { Endpoint, handleEvent, MAX_EVENT_ATTEMPTS } from "./stripe-event.ts";

type Key = { readonly endpoint: string; readonly eventId: string };

/** What came of reading a message. */
export async function keepEvent({ endpoint, eventId }: Key, status: InboxStatus, error: string | null): Promise<void> {
  const handledAt = await clock.now();
  await db.stripeEvent.update({
    where: { endpoint_eventId: { endpoint, eventId } },
    data: { status, error: error?.slice(0, MAX_ERROR) ?? null, attempts: { increment: 1 }, handledAt },
  });
}
const MAX_ERROR = 500;

/** Messages looked at again in one go, at most. */
export const EVENTS_PER_SWEEP = 200;
const WAIT_MS = MINUTE_MS;

/** Messages about what was not known then, and those whose worker died, are read again. */
export async function eventsWaiting(now: Date): Promise<void> {
  const before = plus(now, -WAIT_MS);
  const waiting = await db.stripeEvent.findMany({
    where: {
      attempts: { lt: MAX_EVENT_ATTEMPTS },
      OR: [
        { status: { in: ["parked", "failed", "processing"] }, handledAt: { lte: before } },
        { status: { in: ["received", "processing"] }, handledAt: null, receivedAt: { lte: before } },
      ],
    },
    select: { endpoint: true, eventId: true },
    orderBy: { receivedAt: "asc" },
    take: EVENTS_PER_SWEEP,
  });
  await inTransaction(async (tx) => {
    for (const { endpoint, eventId } of waiting)
      await enqueue(
        tx,
        handleEvent,
        { endpoint: Endpoint.parse(endpoint), eventId },
        { key: `event:${endpoint}:${eventId}` },
      );
  });
}
