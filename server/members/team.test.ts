import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { as, company, member } from "#server/testing/people.ts";
import { foundPlatform } from "./found-platform.ts";
import { hashPassword } from "./password.ts";
import { startSession } from "./start-session.ts";

test("the last owner can neither leave, be removed, nor become less", async () => {
  const { merchant_owner } = await company("merchant");
  const { userId } = merchant_owner;
  const stays = { code: "CONFLICT", message: "last_owner_stays" };
  await expect(as(merchant_owner).members.endMembership({ userId })).rejects.toMatchObject(stays);
  await expect(as(merchant_owner).members.changeRole({ userId, role: "merchant_closer" })).rejects.toMatchObject(stays);
  await as(merchant_owner).members.changeRole({ userId, role: "merchant_owner" });
});

test("two owners who push each other out at once leave one", async () => {
  const { merchant_owner, id } = await company("merchant");
  const second = await member(id, "merchant_owner", await clock.now());
  const tries = await Promise.allSettled([
    as(merchant_owner).members.endMembership({ userId: second.userId }),
    as(second).members.endMembership({ userId: merchant_owner.userId }),
    as(merchant_owner).members.changeRole({ userId: second.userId, role: "merchant_closer" }),
    as(second).members.changeRole({ userId: merchant_owner.userId, role: "merchant_closer" }),
  ]);
  expect(tries.some((t) => t.status === "fulfilled")).toBe(true);
  expect(await db.membership.count({ where: { organisationId: id, role: "merchant_owner", endedAt: null } })).toBe(1);
});

test("who was removed cannot sign in, and comes back by a new invitation only", async () => {
  const { merchant_owner, merchant_closer } = await company("merchant");
  const { userId } = merchant_closer;
  const password = "a long enough secret";
  const { email } = await db.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(password) },
  });
  await as(merchant_owner).members.endMembership({ userId });
  await expect(as(merchant_owner).members.endMembership({ userId })).rejects.toMatchObject({
    message: "member_is_unknown",
  });
  await expect(startSession({ ip: null, userAgent: null }, { email, password })).rejects.toMatchObject({
    code: "no_organisation_left",
  });
  expect((await as(merchant_owner).members.team()).members).toHaveLength(1);
  await as(merchant_owner).members.invite({ invitationId: newId("invitation"), email, role: "merchant_closer" });
});

test("a stranger's member is unknown, and only owners change anybody", async () => {
  const [mine, other] = [await company("provider"), await company("provider")];
  const { userId } = mine.provider_agent;
  for (const actor of [mine.provider_manager, mine.provider_agent]) {
    await expect(as(actor).members.endMembership({ userId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(as(actor).members.changeRole({ userId, role: "provider_owner" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  }
  await expect(as(other.provider_owner).members.endMembership({ userId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(other.provider_owner).members.changeRole({ userId, role: "provider_manager" })).rejects.toMatchObject(
    { code: "NOT_FOUND" },
  );
  await expect(as(mine.provider_owner).members.changeRole({ userId, role: "merchant_owner" })).rejects.toMatchObject({
    message: "role_is_of_another_kind",
  });
});

test("a change of role is written down with what it was", async () => {
  const { provider_owner, provider_agent } = await company("provider");
  const { userId } = provider_agent;
  await as(provider_owner).members.changeRole({ userId, role: "provider_manager" });
  const [event] = await db.event.findMany({ where: { about: userId, what: "membership.role_changed" } });
  expect(event).toMatchObject({
    userId: provider_owner.userId,
    organisationId: provider_owner.organisationId,
    detail: { from: "provider_agent", to: "provider_manager" },
  });
});

test("owners change what the organisation says about itself, others do not", async () => {
  const { merchant_owner, merchant_closer } = await company("merchant");
  const change = { name: " New  Name ", timeZone: "Asia/Shanghai", postalAddress: "1 Road\r\nTown", website: "" };
  await expect(as(merchant_closer).members.changeOrganisation(change)).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (const bad of [{ name: "" }, { timeZone: "nowhere" }, { website: "javascript:alert(1)" }])
    await expect(as(merchant_owner).members.changeOrganisation({ ...change, ...bad })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
  await as(merchant_owner).members.changeOrganisation(change);
  expect(await as(merchant_closer).members.organisation()).toMatchObject({
    name: "New  Name",
    timeZone: "Asia/Shanghai",
    postalAddress: "1 Road\nTown",
    website: null,
  });
});

test("a new password ends my other browsers, and needs the present one", async () => {
  const { merchant_closer } = await company("merchant");
  const { userId } = merchant_closer;
  const current = "a long enough secret";
  const { email } = await db.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(current) },
  });
  const origin = { ip: null, userAgent: null };
  const [here, there] = [
    await startSession(origin, { email, password: current }),
    await startSession(origin, { email, password: current }),
  ];
  const me = as(merchant_closer, { ...origin, sessionId: here.sessionId });
  await expect(me.members.changePassword({ current: "wrong", password: "another long one" })).rejects.toMatchObject({
    message: "password_is_wrong",
  });
  await me.members.changePassword({ current, password: "another long one" });
  expect(await me.members.sessions()).toMatchObject([{ id: here.sessionId, present: true }]);
  expect((await db.session.findUniqueOrThrow({ where: { id: there.sessionId } })).endedAt).not.toBeNull();
  await startSession(origin, { email, password: "another long one" });
});

test("a new name is seen by colleagues, an empty one refused", async () => {
  const { merchant_closer, merchant_owner } = await company("merchant");
  await as(merchant_closer).members.changeName({ name: " Jo  Brandt\u0007" });
  const { members } = await as(merchant_owner).members.team();
  expect(members.find(({ userId }) => userId === merchant_closer.userId)?.name).toBe("Jo  Brandt");
  await expect(as(merchant_closer).members.changeName({ name: " \n" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("the language is kept, and an unknown one refused", async () => {
  const { merchant_closer } = await company("merchant");
  await as(merchant_closer).members.changeLocale({ locale: "zh-CN" });
  expect((await as(merchant_closer).members.me()).user.locale).toBe("zh-CN");
  await expect(as(merchant_closer).members.changeLocale({ locale: "fr" as never })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});

test("the platform is founded once", async () => {
  const founder = {
    organisationName: "Lode",
    country: "US",
    timeZone: "UTC",
    name: "Root",
    email: "root@platform.example",
    password: "a long enough secret",
    locale: "en" as const,
  };
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => foundPlatform({ ...founder, email: `root-${i}@platform.example` })),
  );
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(await db.organisation.count({ where: { kind: "platform" } })).toBe(1);
});

test("a stranger is asked to sign in", async () => {
  for (const ask of [() => as(null).members.me(), () => as(null).members.team(), () => as(null).members.sessions()])
    await expect(ask()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});
