import type { Prisma } from "#prisma";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import type { StripeEndpoint, StripeHint } from "#server/platform/stripe-signature.ts";
import { handleEvent, MAX_EVENT_ATTEMPTS } from "./stripe-event.ts";

/** Puts a message of Stripe's into the inbox and asks for it to be read. Told again, nothing changes. */
export function receiveStripeEvent(
  endpoint: StripeEndpoint,
  hint: StripeHint,
  payload: Prisma.InputJsonValue,
): Promise<void> {
  return inTransaction(async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: { ...hint, endpoint, payload, receivedAt: await clock.now(tx) },
      skipDuplicates: true,
    });
    const { eventId } = hint;
    if (count === 1) await enqueue(tx, handleEvent, { endpoint, eventId }, { maxAttempts: MAX_EVENT_ATTEMPTS });
  });
}
