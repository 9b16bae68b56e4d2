import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import type { AboutProspect } from "./prospect.ts";
import { assertWorkable, LEASE_MS } from "./queue.ts";

/** An agent who is still there keeps the prospect; one whose lease ran out gets it back if nobody took it. */
export function renewLease(actor: Actor, { prospectId }: AboutProspect): Promise<Date> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    assertWorkable(await lockProspect(tx, actor.organisationId, prospectId), actor.userId, now);
    const takenUntil = plus(now, LEASE_MS);
    await tx.prospect.update({ where: { id: prospectId }, data: { takenById: actor.userId, takenUntil } });
    return takenUntil;
  });
}
