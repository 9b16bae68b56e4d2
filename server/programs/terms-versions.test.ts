import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { openProgram, TERMS } from "#server/testing/program.ts";
import { hashOf } from "./terms-text.ts";

const cheaper = { ...TERMS, rule: { model: "percent", rateBp: 900 } } as const;

test("a new version stands beside the one in force until it supersedes it", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  await owner.draftTerms({ programId, terms: { ...cheaper, tailDays: 30 } });
  await owner.draftTerms({ programId, terms: cheaper });
  const before = await owner.editor({ programId });
  expect(before.active).toMatchObject({ version: 1, terms: { rule: TERMS.rule } });
  expect(before.draft).toMatchObject({ version: 2, terms: { ...cheaper, takeRateBp: 2000 } });

  await owner.activateTerms({ programId });
  const after = await owner.editor({ programId });
  expect(after).toMatchObject({ draft: null, active: { version: 2 }, superseded: [{ version: 1 }] });
  expect(await hashOf(after.active?.text ?? "")).toBe(after.active?.textHash);
  expect(after.active?.text).toContain("9 % of the fee base");
  await expect(owner.activateTerms({ programId })).rejects.toMatchObject({ message: "terms_have_no_draft" });
});

test("a draft is thrown away, and what is in force stays", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  await owner.draftTerms({ programId, terms: cheaper });
  await owner.discardTerms({ programId });
  await owner.discardTerms({ programId });
  expect(await owner.editor({ programId })).toMatchObject({ draft: null, active: { version: 1 } });
});

test("a published program stays in its currency", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const draft = as(merchant.merchant_owner).programs.draftTerms({ programId, terms: { ...TERMS, currency: "usd" } });
  await expect(draft).rejects.toMatchObject({ message: "program_currency_is_fixed" });
});

test("terms that cannot be leave no trace", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  await expect(owner.draftTerms({ programId, terms: { ...TERMS, minimumMinor: 174n } })).rejects.toMatchObject({
    message: "terms_minimum_is_too_low",
  });
  await expect(owner.draftTerms({ programId, terms: { ...TERMS, minimumMinor: -1n } })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  await expect(owner.draftTerms({ programId, terms: { ...TERMS, capMinor: 10n ** 12n } })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  expect((await owner.editor({ programId })).draft).toBeNull();
});

test("eight new versions brought into force at once leave one in force", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  await owner.draftTerms({ programId, terms: cheaper });
  const done = await Promise.allSettled(Array.from({ length: 8 }, () => owner.activateTerms({ programId })));
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.termsVersion.findMany({ where: { programId }, orderBy: { version: "asc" } })).toMatchObject([
    { version: 1, status: "superseded" },
    { version: 2, status: "active" },
  ]);
});

test("the database itself freezes terms in force", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const { id } = await db.termsVersion.findFirstOrThrow({ where: { programId } });
  const frozen = /terms in force are frozen/;
  await expect(db.$executeRaw`update terms_version set rate_bp = 1 where id = ${id}`).rejects.toThrow(frozen);
  await expect(db.$executeRaw`update terms_version set status = 'draft' where id = ${id}`).rejects.toThrow(frozen);
  await expect(
    db.$executeRaw`update terms_version set status = 'superseded', hold_days_a = 60 where id = ${id}`,
  ).rejects.toThrow(frozen);
  await expect(db.$executeRaw`delete from terms_version where id = ${id}`).rejects.toThrow(frozen);
  await db.$executeRaw`update terms_version set status = 'superseded' where id = ${id}`;
  await expect(db.$executeRaw`update terms_version set status = 'active' where id = ${id}`).rejects.toThrow(frozen);
  const draft = {
    ...(await db.termsVersion.findFirstOrThrow({ where: { id } })),
    id: newId("terms"),
    version: 2,
    text: null,
  };
  await expect(db.termsVersion.create({ data: { ...draft, status: "active", tiers: [] } })).rejects.toThrow(
    /in_force_has_a_text/,
  );
});
