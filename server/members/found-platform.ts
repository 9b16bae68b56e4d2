import type { Actor } from "#server/kernel/actor.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { inTransaction } from "#server/platform/db.ts";
import { openOrganisation } from "./open-organisation.ts";
import { hashPassword } from "./password.ts";
import type { SignUp } from "./user.ts";

export const platformIsFounded = refusal("platform_is_founded", "conflict");

/** Sets up the platform's own organisation and its first admin: once, from the command line, never through the door. */
export async function foundPlatform(input: Omit<SignUp, "kind">): Promise<Actor> {
  const { password, ...rest } = input;
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('found-platform', 0))`;
    if (await tx.organisation.findFirst({ where: { kind: "platform" } })) throw platformIsFounded();
    return openOrganisation(tx, { ...rest, kind: "platform", passwordHash });
  });
}
