import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { Inbox } from "#sandbox/mail/inbox.ts";
import { smtpServer } from "#sandbox/mail/smtp.ts";

const inbox = new Inbox(":memory:");
const smtp = smtpServer(inbox).listen(0, "127.0.0.1");
await once(smtp, "listening");
// biome-ignore lint/style/noProcessEnv: the mailer's server, before the first module that reads the environment.
process.env.SMTP_URL = `smtp://127.0.0.1:${(smtp.address() as AddressInfo).port}`;

const { as, company } = await import("#server/testing/people.ts");
const { doAllJobs } = await import("#server/testing/jobs.ts");
const { db, inTransaction } = await import("#server/platform/db.ts");
const { clock } = await import("#server/platform/clock.ts");
const { plus } = await import("#server/kernel/time.ts");
const { newId } = await import("#server/kernel/id.ts");
const { LINK_MS } = await import("./session.ts");
const { useLink } = await import("./use-link.ts");
const { forgetTries, TRIES_KEPT_MS } = await import("./forget-tries.ts");

afterAll(() => {
  smtp.close();
  inbox.close();
});

const origin = { ip: "203.0.113.20", userAgent: "a test" };
const door = as(null, { ...origin, sessionId: null });

/** The newest mail to an address, and the secret in it. */
function mailTo(email: string) {
  const [newest] = inbox.list(email);
  const mail = newest && inbox.find(newest.id);
  return mail ? { ...mail, token: /#token=([\w-]+)/.exec(mail.text)?.[1] ?? "" } : null;
}

async function person(locale: "en" | "zh-CN" = "en") {
  const { merchant_owner } = await company("merchant");
  return db.user.update({ where: { id: merchant_owner.userId }, data: { locale } });
}

async function linkFor(email: string): Promise<string> {
  await door.members.askForLink({ email, locale: "en" });
  await doAllJobs();
  return mailTo(email)?.token ?? "";
}

test("a mailed link signs in, once", async () => {
  const { id, email } = await person();
  const token = await linkFor(email);
  expect(await useLink(origin, token)).toMatchObject({ userId: id });
  await expect(useLink(origin, token)).rejects.toMatchObject({ code: "link_is_dead", facts: { minutes: 15 } });
  expect(await db.session.count({ where: { userId: id } })).toBe(1);
});

test("of many browsers with one link, one gets in", async () => {
  const { id, email } = await person();
  const token = await linkFor(email);
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => useLink(origin, token)));
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(await db.session.count({ where: { userId: id } })).toBe(1);
});

test("a link is dead after its minutes", async () => {
  const { id, email } = await person();
  const token = await linkFor(email);
  await inTransaction(async (tx) => clock.moveTo(tx, plus(await clock.now(tx), LINK_MS)));
  await expect(useLink(origin, token)).rejects.toMatchObject({ code: "link_is_dead" });
  await db.clockOffset.deleteMany();
  expect(await db.session.count({ where: { userId: id } })).toBe(0);
});

test("asking with an address nobody has is answered alike, and mails nothing", async () => {
  const { email } = await person();
  const known = await door.members.askForLink({ email, locale: "en" });
  const unknown = await door.members.askForLink({ email: "nobody@link.example", locale: "en" });
  expect(unknown).toEqual(known);
  await doAllJobs();
  expect(mailTo("nobody@link.example")).toBeNull();
  expect(await db.signInLink.count({ where: { user: { email: "nobody@link.example" } } })).toBe(0);
});

test("the secret is in the mail, behind the address that servers see, and nowhere else", async () => {
  const { email } = await person("zh-CN");
  await door.members.askForLink({ email, locale: "en", next: "/merchant/leads?state=submitted" });
  await doAllJobs();
  const mail = mailTo(email);
  expect(mail?.subject).toBe("您的 Lode 登录链接");
  expect(mail?.text).toContain(
    "http://localhost:3000/sign-in/link?next=%2Fmerchant%2Fleads%3Fstate%3Dsubmitted#token=",
  );
  const everywhere = await db.$queryRaw<{ found: boolean }[]>`
    select exists (select from sign_in_link t where t::text like ${`%${mail?.token}%`}) or
           exists (select from event e where e::text like ${`%${mail?.token}%`}) or
           exists (select from graphile_worker._private_jobs j where j::text like ${`%${mail?.token}%`}) as found`;
  expect(everywhere).toEqual([{ found: false }]);
});

test("a link never leads to another site", async () => {
  const { email } = await person();
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/\tevil", "javascript:alert(1)"])
    await expect(door.members.askForLink({ email, locale: "en", next })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("nobody's mailbox is filled", async () => {
  const { email } = await person();
  for (let i = 0; i < 10; i++)
    await as(null, { ip: null, userAgent: null, sessionId: null }).members.askForLink({ email, locale: "en" });
  await expect(door.members.askForLink({ email, locale: "en" })).rejects.toMatchObject({ message: "too_many_tries" });
});

test("an invitation and a welcome arrive, in the reader's language, with what people typed as text", async () => {
  await door.members.signUp({
    kind: "provider",
    organisationName: "<b>Ore & Co</b>",
    country: "US",
    timeZone: "America/New_York",
    name: "Lin",
    email: "lin@link.example",
    password: "a long enough secret",
    locale: "zh-CN",
  });
  const { userId } = await db.membership.findFirstOrThrow({ where: { user: { email: "lin@link.example" } } });
  const { organisationId, role } = await db.membership.findFirstOrThrow({ where: { userId } });
  const lin = as({ userId: userId as never, organisationId: organisationId as never, role });
  await lin.members.invite({ invitationId: newId("invitation"), email: "new@link.example", role: "provider_agent" });
  await doAllJobs();
  expect(inbox.list("lin@link.example")).toMatchObject([{ subject: "“<b>Ore & Co</b>”已入驻 Lode" }]);
  const invitation = mailTo("new@link.example");
  expect(invitation?.text).toContain("“坐席”");
  expect(invitation?.html).not.toContain("<b>");
  expect(await door.members.lookAtInvitation({ token: invitation?.token ?? "" })).toEqual({
    organisation: { name: "<b>Ore & Co</b>", kind: "provider" },
    role: "provider_agent",
    email: "new@link.example",
    asked: "name_and_password",
  });
});

test("old tries and dead links are forgotten", async () => {
  await linkFor((await person()).email);
  await forgetTries(plus(await clock.now(), TRIES_KEPT_MS - 60_000));
  expect(await db.signInAttempt.count()).toBeGreaterThan(0);
  await forgetTries(plus(await clock.now(), TRIES_KEPT_MS + LINK_MS + 60_000));
  expect([await db.signInAttempt.count(), await db.signInLink.count()]).toEqual([0, 0]);
});
