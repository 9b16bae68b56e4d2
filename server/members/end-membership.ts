import { record } from "#server/events/record.ts";
import type { Actor, UserId } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { livingMember } from "./living-member.ts";

/** Somebody no longer belongs to the organisation: the next request of theirs finds nobody. The last owner stays. */
export function endMembership(actor: Actor, userId: UserId): Promise<void> {
  return inTransaction(async (tx) => {
    const { organisationId } = actor;
    const member = await livingMember(tx, organisationId, userId);
    member.assertNotLastOwner();
    const endedAt = await clock.now(tx);
    await tx.membership.update({ where: member.key, data: { endedAt } });
    await tx.session.updateMany({ where: { userId, organisationId, endedAt: null }, data: { endedAt } });
    await record(tx, actor, { what: "membership.ended", about: userId, detail: { role: member.role } });
  });
}
