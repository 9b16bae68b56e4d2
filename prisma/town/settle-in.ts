import type { Actor, OrganisationId, UserId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { acceptInvitation } from "#server/members/accept-invitation.ts";
import { hashPassword } from "#server/members/password.ts";
import { signUp } from "#server/members/sign-up.ts";
import { invitationToken } from "#server/members/token.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { as } from "#server/testing/people.ts";
import { type Company, PASSWORD, PLATFORM_PEOPLE } from "./cast.ts";

/** A company that has moved in: its people, the owner first. */
export type Household = { readonly id: OrganisationId; readonly people: readonly [Actor, ...Actor[]] };

/** A company signs up, and its owner invites the others. */
export async function moveIn({ people, ...company }: Company): Promise<Household> {
  const [first, ...others] = people;
  const { kind, country, timeZone, name: organisationName } = company;
  const { name, email, locale = "en" } = first;
  const owner = await signUp(null, {
    kind,
    country,
    timeZone,
    organisationName,
    name,
    email,
    locale,
    password: PASSWORD,
  });
  const actors: Actor[] = [];
  for (const person of others) {
    const invitationId = newId("invitation");
    await as(owner).members.invite({ invitationId, email: person.email, role: person.role });
    const { name: called, locale: speaks = "en" } = person;
    const typed = { token: invitationToken(invitationId), name: called, password: PASSWORD, locale: speaks };
    await acceptInvitation(null, typed);
    const { id } = await db.user.findUniqueOrThrow({ where: { email: person.email }, select: { id: true } });
    actors.push({ userId: id as UserId, organisationId: owner.organisationId, role: person.role });
  }
  return { id: owner.organisationId, people: [owner, ...actors] };
}

/** The platform's own people. Nobody signs up for it through the door, so it is founded here. */
export async function foundPlatform(): Promise<Household> {
  const at = await clock.now();
  const id: OrganisationId = newId("org", at.getTime());
  const place = { country: "NL", timeZone: "Europe/Amsterdam" };
  await db.organisation.create({ data: { id, kind: "platform", name: "Lode", ...place, createdAt: at } });
  const passwordHash = await hashPassword(PASSWORD);
  const actors: Actor[] = [];
  for (const { name, email, role } of PLATFORM_PEOPLE) {
    const userId: UserId = newId("user", at.getTime());
    await db.user.create({ data: { id: userId, email, name, passwordHash, createdAt: at, emailProvedAt: at } });
    await db.membership.create({ data: { organisationId: id, userId, role, since: at } });
    actors.push({ userId, organisationId: id, role });
  }
  const [first, ...rest] = actors;
  if (!first) throw new Error("a platform without people");
  return { id, people: [first, ...rest] };
}
