import type { UserId } from "#server/kernel/actor.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { beginSession } from "./begin-session.ts";
import { isPassword } from "./password.ts";
import { type Origin, type SignIn, type Started, signInIsWrong } from "./session.ts";
import { takeTry } from "./take-try.ts";

/** Signs in with e-mail and password. Wrong address and wrong password are one answer, in one time. */
export async function startSession(origin: Origin, { email, password }: SignIn): Promise<Started> {
  const tryId = await takeTry("password", email, origin.ip);
  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const right = await isPassword(password, user?.passwordHash);
  if (!user || !right) throw signInIsWrong();
  return inTransaction(async (tx) => {
    await tx.signInAttempt.update({ where: { id: tryId }, data: { succeeded: true } });
    return beginSession(tx, user.id as UserId, origin);
  });
}
