import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { MAX_SESSIONS_SHOWN, type SessionId } from "./session.ts";

/** Where I am signed in, newest first. */
export async function mySessions({ userId }: Actor, present: string | null) {
  const rows = await db.session.findMany({
    where: { userId, endedAt: null, expiresAt: { gt: await clock.now() } },
    orderBy: { startedAt: "desc" },
    take: MAX_SESSIONS_SHOWN,
    select: { id: true, startedAt: true, ip: true, userAgent: true },
  });
  return rows.map((row) => ({ ...row, id: row.id as SessionId, present: row.id === present }));
}
