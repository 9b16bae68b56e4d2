import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { assertRoleOf, type ChangeRole } from "./invitation.ts";
import { livingMember } from "./living-member.ts";

/** Gives a member another role. It counts from their next request on. The last owner stays an owner. */
export function changeRole(actor: Actor, { userId, role }: ChangeRole): Promise<void> {
  return inTransaction(async (tx) => {
    const member = await livingMember(tx, actor.organisationId, userId);
    assertRoleOf(member.kind, role);
    if (member.role === role) return;
    member.assertNotLastOwner();
    await tx.membership.update({ where: member.key, data: { role } });
    await record(tx, actor, {
      what: "membership.role_changed",
      about: userId,
      detail: { from: member.role, to: role },
    });
  });
}
