import type { OrganisationId, UserId } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { lastOwnerStays, memberIsUnknown, OWNER } from "./invitation.ts";

/** A living member of an organisation, which is locked: two owners cannot push each other out at once. */
export async function livingMember(tx: Tx, organisationId: OrganisationId, userId: UserId) {
  await tx.$executeRaw`select 1 from organisation where id = ${organisationId} for update`;
  const key = { organisationId_userId: { organisationId, userId } };
  const member = await tx.membership.findUnique({ where: key, include: { organisation: true } });
  if (!member || member.endedAt) throw memberIsUnknown();
  const { kind } = member.organisation;
  const owners = await tx.membership.count({ where: { organisationId, role: OWNER[kind], endedAt: null } });
  return {
    key,
    kind,
    role: member.role,
    assertNotLastOwner(): void {
      if (member.role === OWNER[kind] && owners === 1) throw lastOwnerStays();
    },
  };
}
