import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import {
  assertRoleOf,
  INVITATION_MS,
  type Invite,
  invitationIsUnknown,
  isAlreadyInvited,
  isAlreadyMember,
  MAX_MEMBERS,
  MAX_OPEN_INVITATIONS,
  mailInvitation,
  organisationIsFull,
  tooManyInvitations,
} from "./invitation.ts";
import { invitationToken, tokenHash } from "./token.ts";
import { localeOf } from "./user.ts";

/** Invites somebody into the actor's organisation, in a role of its kind. The same invitation sent again is not a second one. */
export function invite(actor: Actor, { invitationId, email, role }: Invite): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from organisation where id = ${actor.organisationId} for update`;
    const { organisationId } = actor;
    if (await tx.invitation.findFirst({ where: { id: invitationId, organisationId, email, role } })) return;
    if (await tx.invitation.findUnique({ where: { id: invitationId } })) throw invitationIsUnknown();
    const { kind } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    assertRoleOf(kind, role);
    const now = await clock.now(tx);
    await assertRoom(tx, actor, email, now);

    const inviter = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
    await tx.invitation.create({
      data: {
        id: invitationId,
        organisationId,
        email,
        role,
        tokenHash: tokenHash(invitationToken(invitationId)),
        invitedById: actor.userId,
        createdAt: now,
        expiresAt: plus(now, INVITATION_MS),
      },
    });
    await enqueue(tx, mailInvitation, { invitationId, locale: localeOf(inviter.locale) });
    await record(tx, actor, { what: "invitation.sent", about: invitationId, detail: { role } });
  });
}

async function assertRoom(tx: Tx, { organisationId }: Actor, email: string, now: Date): Promise<void> {
  const living = { organisationId, endedAt: null };
  if (await tx.membership.findFirst({ where: { ...living, user: { email } } })) throw isAlreadyMember();
  const open = { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  if (await tx.invitation.findFirst({ where: { ...open, email } })) throw isAlreadyInvited();
  if ((await tx.invitation.count({ where: open })) >= MAX_OPEN_INVITATIONS)
    throw tooManyInvitations({ max: MAX_OPEN_INVITATIONS });
  if ((await tx.membership.count({ where: living })) >= MAX_MEMBERS) throw organisationIsFull({ max: MAX_MEMBERS });
}
