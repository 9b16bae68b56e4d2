import { expect, test } from "vitest";
import type { Actor, Role } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { INVITATION_MS, type InvitationId, MAX_OPEN_INVITATIONS } from "./invitation.ts";
import { startSession } from "./start-session.ts";
import { invitationToken } from "./token.ts";

const PASSWORD = "a long enough secret";
const origin = { ip: null, userAgent: null };
const door = as(null);
let guests = 0;
const guest = () => `invited-${++guests}@people.example`;

/** An open invitation and the secret in its mail. */
async function invited(by: Actor, email = guest(), role: Role = "provider_agent") {
  const invitationId: InvitationId = newId("invitation");
  await as(by).members.invite({ invitationId, email, role });
  return { invitationId, email, role, token: invitationToken(invitationId) };
}

test("who is invited joins with a name and a password, and can sign in", async () => {
  const { provider_owner, id } = await company("provider");
  const { email, token, role } = await invited(provider_owner);
  await expect(door.members.acceptInvitation({ token })).rejects.toMatchObject({ message: "name_and_password_needed" });
  await door.members.acceptInvitation({ token, name: "Kim", password: PASSWORD });
  await startSession(origin, { email, password: PASSWORD });
  const membership = await db.membership.findFirstOrThrow({ where: { user: { email } } });
  expect(membership).toMatchObject({ organisationId: id, role, endedAt: null });
  expect((await as(provider_owner).members.team()).members.map((m) => m.email)).toContain(email);
});

test("an invitation is accepted once, however many hands hold it", async () => {
  const { provider_owner } = await company("provider");
  const { email, token } = await invited(provider_owner);
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => door.members.acceptInvitation({ token, name: `Kim ${i}`, password: PASSWORD })),
  );
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(tries.flatMap((t) => (t.status === "rejected" ? [t.reason.message] : []))).toEqual(
    Array.from({ length: 7 }, () => "invitation_is_used"),
  );
  expect(await db.membership.count({ where: { user: { email } } })).toBe(1);
});

test("one person invited by two organisations at once becomes one person in both", async () => {
  const email = guest();
  const [one, two] = [await company("provider"), await company("provider")];
  const tokens = [(await invited(one.provider_owner, email)).token, (await invited(two.provider_owner, email)).token];
  const accept = (token: string) => door.members.acceptInvitation({ token, name: "Kim", password: PASSWORD });
  const tries = await Promise.allSettled(tokens.map(accept));
  expect(tries.some((t) => t.status === "fulfilled")).toBe(true);
  expect(await db.user.count({ where: { email } })).toBe(1);
});

test("an invented, an expired and a revoked invitation change nothing", async () => {
  const { provider_owner } = await company("provider");
  const accept = (token: string) => door.members.acceptInvitation({ token, name: "Kim", password: PASSWORD });
  const dead = { code: "BAD_REQUEST", message: "invitation_is_dead" };
  const before = await db.user.count();
  await expect(accept("x".repeat(43))).rejects.toMatchObject(dead);

  const revoked = await invited(provider_owner);
  await as(provider_owner).members.revokeInvitation({ invitationId: revoked.invitationId });
  await expect(accept(revoked.token)).rejects.toMatchObject(dead);
  await expect(door.members.lookAtInvitation({ token: revoked.token })).rejects.toMatchObject(dead);

  const expired = await invited(provider_owner);
  await inTransaction(async (tx) => clock.moveTo(tx, plus(await clock.now(tx), INVITATION_MS)));
  await expect(accept(expired.token)).rejects.toMatchObject(dead);
  await db.clockOffset.deleteMany();
  expect(await db.user.count()).toBe(before);
});

test("who has proved the mailbox signs in before accepting, and nobody else accepts for them", async () => {
  const [one, two] = [await company("provider"), await company("merchant")];
  const first = await invited(one.provider_owner);
  await door.members.acceptInvitation({ token: first.token, name: "Kim", password: PASSWORD });
  const second = await invited(two.merchant_owner, first.email, "merchant_closer");
  expect(await door.members.lookAtInvitation({ token: second.token })).toMatchObject({ asked: "sign_in" });

  const typed = { token: second.token, name: "Mallory", password: "another long secret" };
  for (const visitor of [null, one.provider_manager])
    await expect(as(visitor).members.acceptInvitation(typed)).rejects.toMatchObject({ message: "sign_in_to_accept" });
  await startSession(origin, { email: first.email, password: PASSWORD });

  const { userId } = await db.membership.findFirstOrThrow({ where: { user: { email: first.email } } });
  const kim = { ...one.provider_agent, userId: userId as Actor["userId"] };
  await as(kim).members.acceptInvitation({ token: second.token });
  expect((await as(kim).members.me()).organisations.map((o) => o.role)).toEqual(["provider_agent", "merchant_closer"]);
});

test("an address that a stranger signed up with goes to whoever reads its mail", async () => {
  const email = guest();
  const stranger = { email, password: "the stranger's secret" };
  await door.members.signUp({
    ...stranger,
    kind: "merchant",
    organisationName: "Squat",
    country: "US",
    timeZone: "UTC",
    name: "Mallory",
  });
  const { sessionId } = await startSession(origin, stranger);
  const { provider_owner } = await company("provider");
  const { token } = await invited(provider_owner, email);
  expect(await door.members.lookAtInvitation({ token })).toMatchObject({ asked: "password" });
  await door.members.acceptInvitation({ token, password: PASSWORD });
  expect((await db.session.findUniqueOrThrow({ where: { id: sessionId } })).endedAt).not.toBeNull();
  await expect(startSession(origin, stranger)).rejects.toMatchObject({ code: "sign_in_is_wrong" });
  await startSession(origin, { email, password: PASSWORD });
});

test("an invitation sent twice is one; a second to the same address, or to a member, is refused", async () => {
  const { provider_owner, provider_agent } = await company("provider");
  const { invitationId, email, role } = await invited(provider_owner);
  await as(provider_owner).members.invite({ invitationId, email, role });
  expect(await db.event.count({ where: { about: invitationId } })).toBe(1);
  await expect(invited(provider_owner, email)).rejects.toMatchObject({ message: "is_already_invited" });
  const member = await db.user.findUniqueOrThrow({ where: { id: provider_agent.userId } });
  await expect(invited(provider_owner, member.email)).rejects.toMatchObject({ message: "is_already_member" });
});

test("racing invitations to one address make one", async () => {
  const { provider_owner } = await company("provider");
  const email = guest();
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => invited(provider_owner, email)));
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
});

test("a role of another kind of organisation, and more invitations than there may be, are refused", async () => {
  const { provider_owner, id } = await company("provider");
  await expect(invited(provider_owner, guest(), "platform_admin")).rejects.toMatchObject({
    message: "role_is_of_another_kind",
  });
  const createdAt = await clock.now();
  await db.invitation.createMany({
    data: Array.from({ length: MAX_OPEN_INVITATIONS }, () => ({
      id: newId("invitation"),
      organisationId: id,
      email: guest(),
      role: "provider_agent" as const,
      tokenHash: newId("try"),
      invitedById: provider_owner.userId,
      createdAt,
      expiresAt: plus(createdAt, INVITATION_MS),
    })),
  });
  await expect(invited(provider_owner)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

test("only owners invite and revoke, and a stranger's invitation is unknown", async () => {
  const [mine, other] = [await company("provider"), await company("provider")];
  const { invitationId } = await invited(mine.provider_owner);
  for (const actor of [mine.provider_manager, mine.provider_agent]) {
    await expect(invited(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(as(actor).members.revokeInvitation({ invitationId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  }
  await expect(as(other.provider_owner).members.revokeInvitation({ invitationId })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  expect((await as(other.provider_owner).members.team()).invitations).toEqual([]);
  expect((await as(mine.provider_agent).members.team()).invitations.map(({ id }) => id)).toEqual([invitationId]);
});

test("an accepted invitation cannot be taken back, and taking back twice is once", async () => {
  const { provider_owner } = await company("provider");
  const { invitationId, token } = await invited(provider_owner);
  await door.members.acceptInvitation({ token, name: "Kim", password: PASSWORD });
  await expect(as(provider_owner).members.revokeInvitation({ invitationId })).rejects.toMatchObject({
    message: "invitation_is_used",
  });
  const second = await invited(provider_owner);
  for (let i = 0; i < 2; i++) await as(provider_owner).members.revokeInvitation({ invitationId: second.invitationId });
  expect(await db.event.count({ where: { about: second.invitationId, what: "invitation.revoked" } })).toBe(1);
});
