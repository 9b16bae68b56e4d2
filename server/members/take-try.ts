import { newId } from "#server/kernel/id.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { MAX_TRIES_PER_EMAIL, MAX_TRIES_PER_IP, TRIES_MINUTES, TRIES_MS, tooManyTries } from "./session.ts";
import { emailHash } from "./token.ts";

type Purpose = "password" | "link" | "sign-up";

/**
 * Counts a try at the door before anything is compared, so that a burst of guesses cannot outrun the count.
 * The try stays a failed one unless the caller says that it succeeded.
 */
export function takeTry(purpose: Purpose, email: string, ip: string | null): Promise<string> {
  const hash = emailHash(purpose, email);
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`try:${hash}`}, 0))`;
    if (ip) await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`try-from:${ip}`}, 0))`;
    const at = await clock.now(tx);
    const failed = { succeeded: false, at: { gt: plus(at, -TRIES_MS) } };
    const forEmail = await tx.signInAttempt.count({ where: { ...failed, emailHash: hash } });
    const fromIp = ip ? await tx.signInAttempt.count({ where: { ...failed, ip } }) : 0;
    if (forEmail >= MAX_TRIES_PER_EMAIL || fromIp >= MAX_TRIES_PER_IP) throw tooManyTries({ minutes: TRIES_MINUTES });
    const { id } = await tx.signInAttempt.create({
      data: { id: newId("try", at.getTime()), emailHash: hash, ip, succeeded: false, at },
    });
    return id;
  });
}
