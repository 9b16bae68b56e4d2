import { expect, test } from "vitest";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { hashPassword, isPassword } from "./password.ts";
import { MAX_TRIES_PER_EMAIL, MAX_TRIES_PER_IP } from "./session.ts";
import { startSession } from "./start-session.ts";
import type { SignUp } from "./user.ts";

const PASSWORD = "a long enough secret";
const origin = (ip: string) => ({ ip, userAgent: "a test" });
let guests = 0;
const guest = (over: Partial<SignUp> = {}): SignUp => ({
  kind: "merchant",
  organisationName: "Acme",
  country: "DE",
  timeZone: "Europe/Berlin",
  name: "Ada",
  email: `guest-${++guests}@door.example`,
  password: PASSWORD,
  locale: "en",
  ...over,
});
const door = (ip: string) => as(null, { ip, userAgent: "a test", sessionId: null });
const rows = async () => [await db.user.count(), await db.organisation.count(), await db.membership.count()];

test("who signs up owns a new organisation, and signs in with the password", async () => {
  const ada = guest({ email: " Ada@Door.Example " });
  await door("198.51.100.1").members.signUp(ada);
  const { sessionId } = await startSession(origin("198.51.100.1"), { email: "ada@door.example", password: PASSWORD });
  const session = await db.session.findUniqueOrThrow({
    where: { id: sessionId },
    include: { organisation: true, user: { include: { memberships: true } } },
  });
  expect(session.organisation).toMatchObject({ kind: "merchant", name: "Acme", timeZone: "Europe/Berlin" });
  expect(session.user.memberships).toMatchObject([{ role: "merchant_owner", endedAt: null }]);
  expect(session.user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("a provider that cannot be paid is refused at the door, a merchant from there is not", async () => {
  const before = await rows();
  const provider = guest({ kind: "provider", country: "BR" });
  await expect(door("198.51.100.2").members.signUp(provider)).rejects.toMatchObject({
    code: "BAD_REQUEST",
    message: "provider_country_is_not_served",
  });
  expect(await rows()).toEqual(before);
  await door("198.51.100.2").members.signUp({ ...provider, kind: "merchant" });
  await door("198.51.100.2").members.signUp(guest({ kind: "provider", country: "NO" }));
});

test.each([
  ["a short password", { password: "ninechars" }],
  ["no e-mail", { email: "ada" }],
  ["no country", { country: "XX" }],
  ["no time zone", { timeZone: "Mars/Olympus" }],
  ["the platform's side", { kind: "platform" as never }],
  ["a name of control characters", { name: "\u0000\u0007" }],
  ["a name without end", { organisationName: "x".repeat(121) }],
])("a sign-up with %s changes nothing", async (_what, over) => {
  const before = await rows();
  await expect(door("198.51.100.3").members.signUp(guest(over))).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect(await rows()).toEqual(before);
});

test("of many sign-ups with one address, one gets it", async () => {
  const before = await rows();
  const twin = guest();
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => door("198.51.100.4").members.signUp(twin)));
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(await rows()).toEqual(before.map((count) => count + 1));
  await expect(door("198.51.100.4").members.signUp(twin)).rejects.toMatchObject({ message: "email_is_taken" });
});

test("a wrong password and an unknown address are one answer", async () => {
  const known = guest();
  await door("198.51.100.5").members.signUp(known);
  for (const email of [known.email, "nobody@door.example"])
    await expect(startSession(origin("198.51.100.5"), { email, password: "not this one" })).rejects.toMatchObject({
      code: "sign_in_is_wrong",
      facts: {},
    });
});

test("the right password is no use after too many wrong ones, until the minutes have passed", async () => {
  const known = guest();
  await door("198.51.100.6").members.signUp(known);
  const guess = (password: string) => startSession(origin("198.51.100.6"), { email: known.email, password });
  const burst = await Promise.allSettled(Array.from({ length: 25 }, (_, i) => guess(`wrong guess ${i}`)));
  const codes = burst.map((t) => (t.status === "rejected" ? t.reason.code : "in"));
  expect(codes.filter((code) => code === "sign_in_is_wrong")).toHaveLength(MAX_TRIES_PER_EMAIL);
  expect(codes.filter((code) => code === "too_many_tries")).toHaveLength(25 - MAX_TRIES_PER_EMAIL);
  await expect(guess(PASSWORD)).rejects.toMatchObject({
    code: "too_many_tries",
    kind: "too_many",
    facts: { minutes: 15 },
  });
  await db.$executeRaw`update sign_in_attempt set at = at - interval '15 minutes'`;
  await guess(PASSWORD);
});

test("one network address cannot try many people", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: MAX_TRIES_PER_IP + 5 }, (_, i) =>
      startSession(origin("198.51.100.7"), { email: `victim-${i}@door.example`, password: "winter2026!" }),
    ),
  );
  const codes = tries.map((t) => (t.status === "rejected" ? t.reason.code : "in"));
  expect(codes.filter((code) => code === "too_many_tries")).toHaveLength(5);
  await expect(
    door("198.51.100.7").members.askForLink({ email: "x@door.example", locale: "en" }),
  ).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
});

test("signing in rightly is never counted against anybody", async () => {
  const known = guest();
  await door("198.51.100.8").members.signUp(known);
  for (let i = 0; i < MAX_TRIES_PER_EMAIL + 2; i++)
    await startSession(origin("198.51.100.8"), { email: known.email, password: PASSWORD });
});

test("the door knows who is signed in already, and by which side", async () => {
  const { provider_agent } = await company("provider");
  expect(await as(null).members.atTheDoor()).toMatchObject({ signedIn: null });
  expect(await as(provider_agent).members.atTheDoor()).toMatchObject({ signedIn: "provider" });
});

test("a kept password is salted, and only the same one opens it", async () => {
  const [one, two] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  expect(one).not.toBe(two);
  expect(await isPassword(PASSWORD, one)).toBe(true);
  expect(await isPassword(`${PASSWORD} `, one)).toBe(false);
  expect(await isPassword(PASSWORD, null)).toBe(false);
  expect(await isPassword(PASSWORD, "$argon2id$broken")).toBe(false);
});
