import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import type { SessionId } from "./session.ts";

/** Who works in a session, asked on every request: null when it has ended or expired, or the membership has ended. */
export async function readSession(sessionId: SessionId): Promise<Actor | null> {
  const now = await clock.now();
  const [actor] = await db.$queryRaw<Actor[]>`
    select m.user_id as "userId", m.organisation_id as "organisationId", m.role
    from session s
    join membership m on m.organisation_id = s.organisation_id and m.user_id = s.user_id
    where s.id = ${sessionId} and s.ended_at is null and s.expires_at > ${now}::timestamptz and m.ended_at is null`;
  return actor ?? null;
}
