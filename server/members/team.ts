import type { Actor, UserId } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { type InvitationId, MAX_MEMBERS, MAX_OPEN_INVITATIONS } from "./invitation.ts";

/** The people of my organisation, and who is invited. */
export async function team({ organisationId }: Actor) {
  const now = await clock.now();
  const [members, invitations] = await Promise.all([
    db.membership.findMany({
      where: { organisationId, endedAt: null },
      orderBy: [{ since: "asc" }, { userId: "asc" }],
      take: MAX_MEMBERS,
      select: { userId: true, role: true, since: true, user: { select: { name: true, email: true } } },
    }),
    db.invitation.findMany({
      where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: "desc" },
      take: MAX_OPEN_INVITATIONS,
      select: { id: true, email: true, role: true, createdAt: true, expiresAt: true },
    }),
  ]);
  return {
    members: members.map(({ userId, role, since, user }) => ({ userId: userId as UserId, role, since, ...user })),
    invitations: invitations.map((row) => ({ ...row, id: row.id as InvitationId })),
  };
}
