import { record } from "#server/events/record.ts";
import type { Actor, OrganisationId, UserId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import {
  type AcceptInvitation,
  askedOf,
  assertAcceptable,
  INVITATION_DAYS,
  invitationIsDead,
  isAlreadyMember,
  nameAndPasswordNeeded,
  signInToAccept,
} from "./invitation.ts";
import { hashPassword } from "./password.ts";
import { tokenHash } from "./token.ts";
import { emailIsTaken } from "./user.ts";

type Joined = { readonly organisationId: OrganisationId };
type Typed = Pick<AcceptInvitation, "name" | "locale"> & { readonly passwordHash: string | null };

/**
 * Joins the organisation that invited. Who is new gives a name and a password; who is known signs in first;
 * who signed up without ever proving the mailbox chooses the password anew, which ends every session made before.
 */
export async function acceptInvitation(visitor: Actor | null, input: AcceptInvitation): Promise<Joined> {
  const { token, name, password, locale } = input;
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return inTransaction(async (tx) => {
    const hash = tokenHash(token);
    await tx.$executeRaw`select 1 from invitation where token_hash = ${hash} for update`;
    const invitation = await tx.invitation.findUnique({ where: { tokenHash: hash } });
    if (!invitation) throw invitationIsDead({ days: INVITATION_DAYS });
    const now = await clock.now(tx);
    assertAcceptable(invitation, now);

    const userId = await personOf(tx, invitation.email, visitor, { name, locale, passwordHash }, now);
    const organisationId = invitation.organisationId as OrganisationId;
    const { role } = invitation;
    const key = { organisationId_userId: { organisationId, userId } };
    const before = await tx.membership.findUnique({ where: key });
    if (before && !before.endedAt) throw isAlreadyMember();
    await tx.membership.upsert({
      where: key,
      create: { organisationId, userId, role, since: now },
      update: { role, since: now, endedAt: null },
    });
    await tx.invitation.update({ where: { id: invitation.id }, data: { acceptedAt: now } });
    const actor: Actor = { userId, organisationId, role };
    await record(tx, actor, { what: "invitation.accepted", about: invitation.id, detail: { role } });
    return { organisationId };
  });
}

async function personOf(tx: Tx, email: string, visitor: Actor | null, typed: Typed, now: Date): Promise<UserId> {
  const user = await tx.user.findUnique({ where: { email }, select: { id: true, emailProvedAt: true } });
  const asked = askedOf(user);
  if (!user || asked === "name_and_password") return newPerson(tx, email, typed, now);
  const userId = user.id as UserId;
  if (asked === "sign_in") {
    if (visitor?.userId !== userId) throw signInToAccept();
    return userId;
  }
  const { passwordHash } = typed;
  if (!passwordHash) throw nameAndPasswordNeeded();
  await tx.user.update({ where: { id: userId }, data: { passwordHash, emailProvedAt: now } });
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: now } });
  return userId;
}

async function newPerson(tx: Tx, email: string, typed: Typed, now: Date): Promise<UserId> {
  const { name, locale, passwordHash } = typed;
  if (!name || !passwordHash) throw nameAndPasswordNeeded();
  const id = newId("user", now.getTime());
  try {
    await tx.user.create({ data: { id, email, name, locale, passwordHash, createdAt: now, emailProvedAt: now } });
  } catch (error) {
    throw isDuplicate(error) ? emailIsTaken() : error;
  }
  return id;
}
