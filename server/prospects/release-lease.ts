import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import type { AboutProspect } from "./prospect.ts";

/** An agent lets go of a prospect; letting go of another's changes nothing. */
export function releaseLease(actor: Actor, { prospectId }: AboutProspect): Promise<void> {
  return inTransaction(async (tx) => {
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    if (prospect.takenById !== actor.userId) return;
    await tx.prospect.update({ where: { id: prospectId }, data: { takenById: null, takenUntil: null } });
  });
}
