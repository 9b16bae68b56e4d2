import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";

/** The name by which colleagues and the other side know me. */
export function changeName(actor: Actor, name: string): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { name } });
    await record(tx, actor, { what: "user.renamed", about: actor.userId });
  });
}
