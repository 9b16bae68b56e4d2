import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { openOrganisation } from "./open-organisation.ts";
import { assertServed } from "./organisation.ts";
import { hashPassword } from "./password.ts";
import { takeTry } from "./take-try.ts";
import { type SignUp, welcome } from "./user.ts";

/** Somebody opens an organisation on one side of the marketplace and owns it. Signing in is a step of its own. */
export async function signUp(ip: string | null, input: SignUp): Promise<Actor> {
  assertServed(input.kind, input.country);
  const tryId = await takeTry("sign-up", input.email, ip);
  const { password, ...rest } = input;
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const owner = await openOrganisation(tx, { ...rest, passwordHash });
    await tx.signInAttempt.update({ where: { id: tryId }, data: { succeeded: true } });
    await enqueue(tx, welcome, { organisationId: owner.organisationId });
    return owner;
  });
}
