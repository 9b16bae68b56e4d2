import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type SessionId, sessionIsUnknown } from "./session.ts";

/** Signs one of my browsers out. Another person's session is unknown; one that has ended stays ended. */
export function endSession(actor: Actor, sessionId: SessionId): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from session where id = ${sessionId} for update`;
    const session = await tx.session.findFirst({ where: { id: sessionId, userId: actor.userId } });
    if (!session) throw sessionIsUnknown();
    if (session.endedAt) return;
    await tx.session.update({ where: { id: sessionId }, data: { endedAt: await clock.now(tx) } });
    await record(tx, actor, { what: "session.ended", about: sessionId });
  });
}
