import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type InvitationId, invitationIsUnknown, invitationIsUsed } from "./invitation.ts";

/** Takes an invitation back, before it is accepted. */
export function revokeInvitation(actor: Actor, invitationId: InvitationId): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from invitation where id = ${invitationId} for update`;
    const invitation = await tx.invitation.findFirst({
      where: { id: invitationId, organisationId: actor.organisationId },
    });
    if (!invitation) throw invitationIsUnknown();
    if (invitation.acceptedAt) throw invitationIsUsed();
    if (invitation.revokedAt) return;
    await tx.invitation.update({ where: { id: invitationId }, data: { revokedAt: await clock.now(tx) } });
    await record(tx, actor, { what: "invitation.revoked", about: invitationId });
  });
}
