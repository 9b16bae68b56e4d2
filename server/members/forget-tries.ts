import { DAY_MS, plus } from "#server/kernel/time.ts";
import { inTransaction } from "#server/platform/db.ts";

/** How long tries to sign in and dead links are kept: long enough to look into an attack, no longer. */
export const TRIES_KEPT_MS = 7 * DAY_MS;

/** Forgets old tries at the door and links that no longer open it. */
export function forgetTries(now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const before = { lt: plus(now, -TRIES_KEPT_MS) };
    await tx.signInAttempt.deleteMany({ where: { at: before } });
    await tx.signInLink.deleteMany({ where: { expiresAt: before } });
  });
}
