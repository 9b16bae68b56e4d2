import type { OrganisationKind, Role } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { assertAcceptable, INVITATION_DAYS, invitationIsDead } from "./invitation.ts";
import { tokenHash } from "./token.ts";

/** What somebody who holds an invitation is asked: who they are, to choose a password, or to sign in. */
export type Asked = "name_and_password" | "password" | "sign_in";

export type InvitationSeen = {
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind };
  readonly role: Role;
  readonly email: string;
  readonly asked: Asked;
};

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

/** A mailbox that was never proved may have been claimed by a stranger: its password is chosen anew. */
export const askedOf = (user: { emailProvedAt: Date | null } | null): Asked => {
  if (!user) return "name_and_password";
  return user.emailProvedAt ? "sign_in" : "password";
};
