import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { as, company } from "#server/testing/people.ts";
import { contextFrom } from "./auth.ts";
import { beginSession } from "./begin-session.ts";
import { SESSION_MS, type SessionId } from "./session.ts";

/** The headers of a browser in which somebody is signed in. */
async function browser(actor: Actor): Promise<{ headers: Headers; sessionId: SessionId }> {
  const origin = { ip: "203.0.113.9", userAgent: "a browser" };
  const { sessionId } = await inTransaction((tx) => beginSession(tx, actor.userId, origin));
  return { headers: await cookieOf(sessionId), sessionId };
}

async function cookieOf(sub: string, secret = env.AUTH_SECRET): Promise<Headers> {
  const token = await encode({ token: { sub }, secret });
  return new Headers({
    cookie: `lang=en; next-auth.session-token=${token}`,
    "x-forwarded-for": "10.9.8.7, ::ffff:203.0.113.9",
    "user-agent": "a browser",
  });
}

const actorIn = async (headers: Headers) => (await contextFrom(headers)).actor;

test("a browser that is signed in is somebody, from somewhere", async () => {
  const { merchant_owner } = await company("merchant");
  const { headers, sessionId } = await browser(merchant_owner);
  expect(await contextFrom(headers)).toEqual({
    actor: merchant_owner,
    caller: { ip: "203.0.113.9", userAgent: "a browser", sessionId },
  });
});

test("no cookie, a broken one, one of another secret and an invented session are nobody", async () => {
  const nobody = { ip: null, userAgent: null, sessionId: null };
  expect(await contextFrom(new Headers())).toEqual({ actor: null, caller: nobody });
  expect(await actorIn(new Headers({ cookie: "next-auth.session-token=ey.broken" }))).toBeNull();
  expect(await actorIn(await cookieOf(newId("session")))).toBeNull();
  expect(await actorIn(await cookieOf("org_1' or 1=1"))).toBeNull();
  const { merchant_owner } = await company("merchant");
  const { sessionId } = await browser(merchant_owner);
  expect(await actorIn(await cookieOf(sessionId, "another secret of tests"))).toBeNull();
});

test("a session that was ended is nobody's at the next request, on that browser alone", async () => {
  const { provider_agent } = await company("provider");
  const [here, there] = [await browser(provider_agent), await browser(provider_agent)];
  await as(provider_agent).members.endSession({ sessionId: there.sessionId });
  expect(await actorIn(there.headers)).toBeNull();
  expect(await actorIn(here.headers)).toEqual(provider_agent);
});

test("signing out everywhere ends every browser of mine and nobody else's", async () => {
  const { provider_agent, provider_owner } = await company("provider");
  const mine = [await browser(provider_agent), await browser(provider_agent)];
  const other = await browser(provider_owner);
  await as(provider_agent).members.endAllSessions();
  for (const { headers } of mine) expect(await actorIn(headers)).toBeNull();
  expect(await actorIn(other.headers)).toEqual(provider_owner);
});

test("another person's session is unknown", async () => {
  const { provider_agent, provider_owner } = await company("provider");
  const { headers, sessionId } = await browser(provider_agent);
  await expect(as(provider_owner).members.endSession({ sessionId })).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: "session_is_unknown",
  });
  expect(await actorIn(headers)).toEqual(provider_agent);
});

test("a session ends by itself", async () => {
  const { merchant_closer } = await company("merchant");
  const { headers } = await browser(merchant_closer);
  const now = await clock.now();
  await inTransaction((tx) => clock.moveTo(tx, plus(now, SESSION_MS - 60_000)));
  expect(await actorIn(headers)).toEqual(merchant_closer);
  await inTransaction((tx) => clock.moveTo(tx, plus(now, SESSION_MS)));
  expect(await actorIn(headers)).toBeNull();
  await db.clockOffset.deleteMany();
});

test("who is removed in the middle of the day is nobody at the next request", async () => {
  const { merchant_owner, merchant_closer } = await company("merchant");
  const { headers } = await browser(merchant_closer);
  await as(merchant_owner).members.endMembership({ userId: merchant_closer.userId });
  expect(await actorIn(headers)).toBeNull();
});

test("another role counts from the next request on", async () => {
  const { merchant_owner, merchant_closer } = await company("merchant");
  const { headers } = await browser(merchant_closer);
  await as(merchant_owner).members.changeRole({ userId: merchant_closer.userId, role: "merchant_owner" });
  expect(await actorIn(headers)).toEqual({ ...merchant_closer, role: "merchant_owner" });
});

test("one switches to where one is a member, in this browser alone", async () => {
  const [merchant, provider] = [await company("merchant"), await company("provider")];
  const person = merchant.merchant_owner;
  const since = await clock.now();
  await db.membership.create({
    data: { organisationId: provider.id, userId: person.userId, role: "provider_manager", since },
  });
  const [here, there] = [await browser(person), await browser(person)];
  const me = as(person, { ip: null, userAgent: null, sessionId: here.sessionId });
  expect(await me.members.switchOrganisation({ organisationId: provider.id })).toEqual({ kind: "provider" });
  expect(await actorIn(here.headers)).toMatchObject({ organisationId: provider.id, role: "provider_manager" });
  expect(await actorIn(there.headers)).toMatchObject({ organisationId: merchant.id, role: "merchant_owner" });
  expect((await me.members.me()).organisations.map(({ name }) => name)).toHaveLength(2);
});

test("a stranger's organisation, a former one and another browser's session cannot be switched to", async () => {
  const [merchant, other, former] = [await company("merchant"), await company("merchant"), await company("provider")];
  const person = merchant.merchant_closer;
  const [since, endedAt] = [await clock.now(), await clock.now()];
  await db.membership.create({
    data: { organisationId: former.id, userId: person.userId, role: "provider_agent", since, endedAt },
  });
  const { sessionId, headers } = await browser(person);
  const me = as(person, { ip: null, userAgent: null, sessionId });
  for (const organisationId of [other.id, former.id, newId("org")])
    await expect(me.members.switchOrganisation({ organisationId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const strange = as(other.merchant_owner, { ip: null, userAgent: null, sessionId });
  await expect(strange.members.switchOrganisation({ organisationId: other.id })).rejects.toMatchObject({
    message: "session_is_unknown",
  });
  expect(await actorIn(headers)).toEqual(person);
});
