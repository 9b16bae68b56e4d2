import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";

/** Signs me out everywhere, this browser included. */
export function endAllSessions(actor: Actor): Promise<void> {
  return inTransaction(async (tx) => {
    const endedAt = await clock.now(tx);
    await tx.session.updateMany({ where: { userId: actor.userId, endedAt: null }, data: { endedAt } });
    await record(tx, actor, { what: "user.signed_out_everywhere", about: actor.userId });
  });
}
