import type { UserId } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { beginSession } from "./begin-session.ts";
import { LINK_MINUTES, linkIsDead, type Origin, type Started } from "./session.ts";
import { tokenHash } from "./token.ts";

/** Signs in with a mailed link: once, within its minutes. Used, expired and invented ones are one answer. */
export function useLink(origin: Origin, token: string): Promise<Started> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const hash = tokenHash(token);
    const { count } = await tx.signInLink.updateMany({
      where: { tokenHash: hash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) throw linkIsDead({ minutes: LINK_MINUTES });
    const { userId } = await tx.signInLink.findUniqueOrThrow({ where: { tokenHash: hash } });
    return beginSession(tx, userId as UserId, origin);
  });
}
