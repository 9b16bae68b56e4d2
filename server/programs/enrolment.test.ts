import { expect, test } from "vitest";
import type { OrganisationId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { plusDays } from "#server/kernel/time.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { application, openProgram, readyProgram, TERMS } from "#server/testing/program.ts";
import type { EnrolmentId } from "./enrolment.ts";
import type { ProgramId } from "./program.ts";
import type { TermsVersionId } from "./terms.ts";
import { termsForHandOver } from "./terms-for-hand-over.ts";

const inForce = async (programId: string) => {
  const { id, textHash } = await db.termsVersion.findFirstOrThrow({ where: { programId, status: "active" } });
  return { termsVersionId: id as TermsVersionId, textHash: textHash ?? "" };
};
const footing = (programId: ProgramId, providerId: OrganisationId) =>
  inTransaction((tx) => termsForHandOver(tx, { programId, providerId }));

test("a provider may hand over once the merchant approved it and both have signed", async () => {
  const { merchant, provider, programId, enrolmentId } = await application();
  const text = await inForce(programId);
  const sign = { enrolmentId, ...text };
  const [owner, boss] = [as(merchant.merchant_owner).programs, as(provider.provider_owner).programs];
  await expect(footing(programId, provider.id)).rejects.toThrow("enrolment_is_not_approved");
  await boss.sign(sign);
  await expect(owner.sign(sign)).rejects.toMatchObject({ message: "terms_cannot_be_signed_yet" });
  await owner.approve({ enrolmentId });
  await expect(footing(programId, provider.id)).rejects.toMatchObject({
    code: "terms_are_not_signed",
    facts: { party: "merchant" },
  });
  await owner.sign(sign);

  const { enrolment, terms, merchantId, program } = await footing(programId, provider.id);
  expect({ enrolment, terms, merchantId, program }).toMatchObject({
    enrolment: { id: enrolmentId },
    terms: { id: text.termsVersionId, version: 1, takeRateBp: 2000, rule: TERMS.rule },
    merchantId: merchant.id,
    program: { id: programId },
  });
  const signatures = await db.signature.findMany({ where: { enrolmentId }, orderBy: { party: "asc" } });
  expect(signatures).toMatchObject([
    { party: "merchant", userId: merchant.merchant_owner.userId, ip: "203.0.113.7", textHash: text.textHash },
    { party: "provider", userId: provider.provider_owner.userId, organisationId: provider.id },
  ]);
});

test("new terms stop the next hand-over until both have signed them too", async () => {
  const { merchant, provider, programId, enrolmentId } = await application();
  const [owner, boss] = [as(merchant.merchant_owner).programs, as(provider.provider_owner).programs];
  await owner.approve({ enrolmentId });
  const old = { enrolmentId, ...(await inForce(programId)) };
  await Promise.all([owner.sign(old), boss.sign(old)]);
  await owner.draftTerms({ programId, terms: { ...TERMS, tailDays: 30 } });
  expect((await footing(programId, provider.id)).terms.version).toBe(1);
  await owner.activateTerms({ programId });
  await expect(footing(programId, provider.id)).rejects.toThrow("terms_are_not_signed");
  await expect(boss.sign(old)).rejects.toMatchObject({ message: "terms_are_not_in_force" });
  expect((await boss.enrolments({})).rows).toMatchObject([
    { version: 2, signed: { merchant: false, provider: false } },
  ]);

  const anew = { enrolmentId, ...(await inForce(programId)) };
  await expect(boss.sign({ ...anew, textHash: old.textHash })).rejects.toMatchObject({ message: "terms_text_differs" });
  await Promise.all([owner.sign(anew), boss.sign(anew)]);
  expect((await footing(programId, provider.id)).terms.version).toBe(2);
  const { signatures } = await owner.enrolment({ enrolmentId });
  expect(signatures.map(({ version, party }) => `${party} ${version}`).toSorted()).toEqual([
    "merchant 1",
    "merchant 2",
    "provider 1",
    "provider 2",
  ]);
});

test("however often a side signs, it has signed once", async () => {
  const { provider, programId, enrolmentId } = await application();
  const sign = { enrolmentId, ...(await inForce(programId)) };
  await Promise.all(Array.from({ length: 8 }, () => as(provider.provider_owner).programs.sign(sign)));
  expect(await db.signature.count({ where: { enrolmentId } })).toBe(1);
  expect(await db.event.count({ where: { about: enrolmentId, what: "enrolment.signed" } })).toBe(1);
  await expect(db.$executeRaw`update signature set text_hash = 'x'`).rejects.toThrow(/append-only/);
  await expect(as(provider.provider_manager).programs.sign(sign)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a signature under another text or for another side is refused by the database", async () => {
  const { merchant, provider, programId, enrolmentId } = await application();
  const { termsVersionId, textHash } = await inForce(programId);
  const row = {
    enrolmentId,
    termsVersionId,
    party: "provider",
    userId: provider.provider_owner.userId,
    at: new Date(0),
  } as const;
  const bound = /bound to its text/;
  await expect(
    db.signature.create({ data: { ...row, organisationId: provider.id, textHash: "0".repeat(64) } }),
  ).rejects.toThrow(bound);
  await expect(db.signature.create({ data: { ...row, organisationId: merchant.id, textHash } })).rejects.toThrow(bound);
});

test("of eight approvals at once one counts, and an approved provider is not turned down", async () => {
  const { merchant, enrolmentId } = await application();
  const owner = as(merchant.merchant_owner).programs;
  const done = await Promise.allSettled(Array.from({ length: 8 }, () => owner.approve({ enrolmentId })));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.event.count({ where: { about: enrolmentId, what: "enrolment.approved" } })).toBe(1);
  await expect(owner.reject({ enrolmentId, reason: "No." })).rejects.toMatchObject({
    message: "enrolment_cannot_move",
  });
});

test("approving and rejecting at once has one outcome", async () => {
  const { merchant, enrolmentId } = await application();
  const owner = as(merchant.merchant_owner).programs;
  const done = await Promise.allSettled([owner.approve({ enrolmentId }), owner.reject({ enrolmentId, reason: "No." })]);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a rejection says why, and is the last word", async () => {
  const { merchant, provider, programId, enrolmentId } = await application();
  const owner = as(merchant.merchant_owner).programs;
  await expect(owner.reject({ enrolmentId, reason: "  " })).rejects.toMatchObject({ code: "BAD_REQUEST" });
  await owner.reject({ enrolmentId, reason: "You do not work in Dutch." });
  expect((await as(provider.provider_agent).programs.enrolments({})).rows).toMatchObject([
    { status: "rejected", reason: "You do not work in Dutch." },
  ]);
  await expect(owner.approve({ enrolmentId })).rejects.toMatchObject({ message: "enrolment_cannot_move" });
  const again = as(provider.provider_owner).programs.applyFor({ id: newId("enrolment"), programId, message: "" });
  await expect(again).rejects.toMatchObject({ message: "enrolment_exists" });
});

test("a suspended provider hands nothing over until it is let in again; an ended one never", async () => {
  const { merchant, provider, programId, enrolmentId } = await application();
  const [owner, boss] = [as(merchant.merchant_owner).programs, as(provider.provider_owner).programs];
  const cannot = { message: "enrolment_cannot_move" };
  await expect(owner.suspend({ enrolmentId, reason: "Quality" })).rejects.toMatchObject(cannot);
  await expect(owner.end({ enrolmentId, reason: "Quality" })).rejects.toMatchObject(cannot);
  await owner.approve({ enrolmentId });
  const sign = { enrolmentId, ...(await inForce(programId)) };
  await Promise.all([owner.sign(sign), boss.sign(sign)]);
  await expect(owner.resumeEnrolment({ enrolmentId })).rejects.toMatchObject(cannot);
  await owner.suspend({ enrolmentId, reason: "Three wrong numbers in a row" });
  await expect(owner.approve({ enrolmentId })).rejects.toMatchObject(cannot);
  await expect(footing(programId, provider.id)).rejects.toThrow("enrolment_is_not_approved");
  await owner.resumeEnrolment({ enrolmentId });
  expect((await footing(programId, provider.id)).enrolment.id).toBe(enrolmentId);
  await owner.pause({ programId });
  await expect(footing(programId, provider.id)).rejects.toThrow("program_is_not_published");
  await owner.resume({ programId });

  await owner.end({ enrolmentId, reason: "We hire our own." });
  const { endedAt, tailUntil } = await boss.enrolment({ enrolmentId });
  expect(tailUntil).toEqual(endedAt && plusDays(endedAt, 90));
  await expect(footing(programId, provider.id)).rejects.toThrow("enrolment_is_not_approved");
  await expect(owner.resumeEnrolment({ enrolmentId })).rejects.toMatchObject(cannot);
});

test("a provider takes its application back, and the merchant hears of it", async () => {
  const { merchant, provider, enrolmentId } = await application();
  await as(provider.provider_manager).programs.decline({ enrolmentId });
  expect(await db.event.findFirst({ where: { what: "enrolment.declined", about: enrolmentId } })).toMatchObject({
    audience: expect.arrayContaining([merchant.id, provider.id]),
  });
  await expect(as(merchant.merchant_owner).programs.approve({ enrolmentId })).rejects.toMatchObject({
    message: "enrolment_cannot_move",
  });
});

test("a provider applies once, however often it asks, and not to a draft or a paused program", async () => {
  const [merchant, provider] = await Promise.all([company("merchant"), company("provider")]);
  const programId = await openProgram(merchant);
  const { programs } = as(provider.provider_manager);
  const id: EnrolmentId = newId("enrolment");
  await Promise.all(Array.from({ length: 8 }, () => programs.applyFor({ id, programId, message: "" })));
  const others = await Promise.allSettled(
    Array.from({ length: 8 }, () => programs.applyFor({ id: newId("enrolment"), programId, message: "" })),
  );
  expect(others.every(({ status }) => status === "rejected")).toBe(true);
  expect(await db.enrolment.count({ where: { programId } })).toBe(1);
  expect(await db.event.count({ where: { about: id } })).toBe(1);

  const draft = await readyProgram(merchant);
  await expect(programs.applyFor({ id: newId("enrolment"), programId: draft, message: "" })).rejects.toMatchObject({
    message: "program_is_unknown",
  });
  const paused = await openProgram(merchant);
  await as(merchant.merchant_owner).programs.pause({ programId: paused });
  await expect(programs.applyFor({ id: newId("enrolment"), programId: paused, message: "" })).rejects.toMatchObject({
    message: "program_is_not_published",
  });
  await expect(
    as(provider.provider_agent).programs.applyFor({ id: newId("enrolment"), programId, message: "" }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("a stranger's enrolment is unknown to every verb and question", async () => {
  const { programId, enrolmentId } = await application();
  const [merchant, provider] = await Promise.all([company("merchant"), company("provider")]);
  const [owner, boss] = [as(merchant.merchant_owner).programs, as(provider.provider_owner).programs];
  const sign = { enrolmentId, ...(await inForce(programId)) };
  const unknown = { code: "NOT_FOUND", message: "enrolment_is_unknown" };
  for (const attempt of [
    () => owner.approve({ enrolmentId }),
    () => owner.reject({ enrolmentId, reason: "x" }),
    () => owner.suspend({ enrolmentId, reason: "x" }),
    () => owner.resumeEnrolment({ enrolmentId }),
    () => owner.end({ enrolmentId, reason: "x" }),
    () => owner.enrolment({ enrolmentId }),
    () => owner.sign(sign),
    () => boss.sign(sign),
    () => boss.decline({ enrolmentId }),
    () => boss.enrolment({ enrolmentId }),
    () => boss.brief({ programId }),
  ])
    await expect(attempt()).rejects.toMatchObject(unknown);
  expect(await db.signature.count({ where: { enrolmentId } })).toBe(0);
  const stolen = boss.applyFor({ id: enrolmentId, programId, message: "" });
  await expect(stolen).rejects.toMatchObject(unknown);
});
