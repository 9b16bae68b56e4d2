import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { askedOf, assertAcceptable, INVITATION_DAYS, type InvitationSeen, invitationIsDead } from "./invitation.ts";
import { tokenHash } from "./token.ts";

/** What an invitation says, to whoever holds its secret. */
export async function lookAtInvitation(token: string): Promise<InvitationSeen> {
  const invitation = await db.invitation.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: { organisation: { select: { name: true, kind: true } } },
  });
  if (!invitation) throw invitationIsDead({ days: INVITATION_DAYS });
  assertAcceptable(invitation, await clock.now());
  const { organisation, role, email } = invitation;
  const user = await db.user.findUnique({ where: { email }, select: { emailProvedAt: true } });
  return { organisation, role, email, asked: askedOf(user) };
}
