import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { hashPassword, isPassword } from "./password.ts";
import { takeTry } from "./take-try.ts";
import { type ChangePassword, passwordIsWrong } from "./user.ts";

/** Chooses another password, knowing the present one; my other browsers are signed out. */
export async function changePassword(
  actor: Actor,
  sessionId: string | null,
  { current, password }: ChangePassword,
): Promise<void> {
  const user = await db.user.findUniqueOrThrow({ where: { id: actor.userId } });
  const tryId = await takeTry("password", user.email, null);
  if (!(await isPassword(current, user.passwordHash))) throw passwordIsWrong();
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await tx.signInAttempt.update({ where: { id: tryId }, data: { succeeded: true } });
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash } });
    await tx.session.updateMany({
      where: { userId: actor.userId, endedAt: null, id: { not: sessionId ?? "" } },
      data: { endedAt: await clock.now(tx) },
    });
    await record(tx, actor, { what: "user.password_changed", about: actor.userId });
  });
}
