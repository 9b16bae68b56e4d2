import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { openProgram, readyProgram, savedCard, TERMS } from "#server/testing/program.ts";
import type { CriterionInput } from "./criterion.ts";

const refused = (code: string) => ({ message: code });

test("a program is published once nothing is missing, and each missing thing is named in turn", async () => {
  const merchant = await company("merchant");
  const owner = as(merchant.merchant_owner).programs;
  const programId = newId("program");
  await owner.create({ id: programId, name: "Boilers", currency: "eur" });
  const missing = async () => (await owner.editor({ programId })).missing;
  expect(await missing()).toEqual(["product", "icp", "criterion", "terms", "payment_method"]);
  await expect(owner.publish({ programId })).rejects.toMatchObject(refused("program_has_no_product"));

  const words = { programId, name: "Boilers", summary: "", script: "", product: "Boilers that last." };
  const nobody = { industries: [], countries: [], companySizes: [], roles: [], exclusions: "" };
  await owner.describe({ ...words, icp: nobody });
  await expect(owner.publish({ programId })).rejects.toMatchObject(refused("program_has_no_icp"));
  await owner.describe({ ...words, icp: { ...nobody, countries: ["DE"] } });
  await expect(owner.publish({ programId })).rejects.toMatchObject(refused("program_has_no_criterion"));
  const criterion: CriterionInput = {
    id: newId("criterion"),
    kind: "yes_no",
    question: "Own house?",
    hint: "",
    options: [],
    required: true,
  };
  await owner.setCriteria({ programId, criteria: [criterion] });
  await expect(owner.publish({ programId })).rejects.toMatchObject(refused("program_has_no_terms"));
  await owner.draftTerms({ programId, terms: TERMS });
  await expect(owner.publish({ programId })).rejects.toMatchObject(refused("program_has_no_payment_method"));
  expect(await db.termsVersion.findFirst({ where: { programId } })).toMatchObject({ status: "draft", text: null });

  await savedCard(merchant.id);
  expect(await missing()).toEqual([]);
  await owner.publish({ programId });
  const { status, active } = await owner.editor({ programId });
  expect(status).toBe("published");
  expect(active).toMatchObject({ version: 1, status: "active", textHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("of eight hands that publish at once, one does", async () => {
  const merchant = await company("merchant");
  const programId = await readyProgram(merchant);
  const tries = Array.from({ length: 8 }, () => as(merchant.merchant_owner).programs.publish({ programId }));
  const done = await Promise.allSettled(tries);
  expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.event.count({ where: { about: programId, what: "program.published" } })).toBe(1);
  expect(await db.termsVersion.count({ where: { programId, status: "active" } })).toBe(1);
});

test("a program pauses, goes on, and closes only when it is paused", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  const cannot = refused("program_cannot_move");
  await expect(owner.close({ programId })).rejects.toMatchObject(cannot);
  await expect(owner.resume({ programId })).rejects.toMatchObject(cannot);
  await expect(owner.publish({ programId })).rejects.toMatchObject(cannot);
  await owner.pause({ programId });
  await expect(owner.pause({ programId })).rejects.toMatchObject(cannot);
  await owner.resume({ programId });
  await owner.pause({ programId });
  await owner.close({ programId });
  await expect(owner.resume({ programId })).rejects.toMatchObject(cannot);
  await expect(owner.draftTerms({ programId, terms: TERMS })).rejects.toMatchObject(refused("program_is_closed"));
  await expect(owner.setKnowledge({ programId, articles: [] })).rejects.toMatchObject(refused("program_is_closed"));
  const events = await db.event.findMany({ where: { about: programId }, orderBy: { seq: "asc" } });
  expect(events.map(({ what }) => what).slice(-4)).toEqual([
    "program.paused",
    "program.resumed",
    "program.paused",
    "program.closed",
  ]);
});

test("a paused program does not go on without a way to pay", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  await owner.pause({ programId });
  await db.paymentMethod.updateMany({ where: { merchantId: merchant.id }, data: { endedAt: new Date(0) } });
  await expect(owner.resume({ programId })).rejects.toMatchObject({ code: "PAYMENT_REQUIRED" });
});

test("another merchant's program is unknown, and a closer changes nothing", async () => {
  const [merchant, stranger] = await Promise.all([company("merchant"), company("merchant")]);
  const programId = await openProgram(merchant);
  const other = as(stranger.merchant_owner).programs;
  const unknown = { code: "NOT_FOUND", message: "program_is_unknown" };
  for (const attempt of [
    () => other.editor({ programId }),
    () => other.publish({ programId }),
    () => other.pause({ programId }),
    () => other.draftTerms({ programId, terms: TERMS }),
    () => other.discardTerms({ programId }),
    () => other.activateTerms({ programId }),
    () => other.setCriteria({ programId, criteria: [] }),
    () => other.setKnowledge({ programId, articles: [] }),
    () => other.create({ id: programId, name: "Mine", currency: "eur" }),
  ])
    await expect(attempt()).rejects.toMatchObject(unknown);
  await expect(as(merchant.merchant_closer).programs.pause({ programId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await as(merchant.merchant_closer).programs.own({})).rows).toMatchObject([{ id: programId, version: 1 }]);
  expect((await other.own({})).rows).toEqual([]);
});

test("the same program asked for twice is one, and a currency that is not settled is none", async () => {
  const merchant = await company("merchant");
  const owner = as(merchant.merchant_owner).programs;
  const wish = { id: newId("program"), name: "Boilers", currency: "eur" };
  await Promise.all(Array.from({ length: 4 }, () => owner.create(wish)));
  expect(await db.program.count({ where: { merchantId: merchant.id } })).toBe(1);
  expect(await db.event.count({ where: { about: wish.id } })).toBe(1);
  await expect(owner.create({ ...wish, id: newId("program"), currency: "jpy" })).rejects.toMatchObject(
    refused("terms_currency_is_not_settled"),
  );
});

test("a published program keeps what it was published with", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  const { icp, name, script, summary } = await owner.editor({ programId });
  await expect(owner.describe({ programId, name, script, summary, icp, product: " " })).rejects.toMatchObject(
    refused("program_has_no_product"),
  );
  await expect(owner.setCriteria({ programId, criteria: [] })).rejects.toMatchObject(
    refused("program_has_no_criterion"),
  );
  expect((await owner.editor({ programId })).criteria).toHaveLength(1);
});

test("questions are reordered, a changed one is a new one, and one taken out stays for the record", async () => {
  const merchant = await company("merchant");
  const programId = await openProgram(merchant);
  const owner = as(merchant.merchant_owner).programs;
  const first = (await owner.editor({ programId })).criteria[0];
  if (!first) throw new Error("the program has a question");
  const rooms = first;
  const decides: CriterionInput = {
    id: newId("criterion"),
    kind: "yes_no",
    question: "Who decides?",
    hint: "",
    options: [],
    required: false,
  };
  await owner.setCriteria({ programId, criteria: [decides, { ...rooms, hint: "A guess will do." }] });
  expect((await owner.editor({ programId })).criteria).toMatchObject([
    { id: decides.id },
    { id: rooms.id, hint: "A guess will do." },
  ]);

  await owner.setCriteria({ programId, criteria: [{ ...rooms, question: "How many cold rooms and trucks?" }] });
  const [changed] = (await owner.editor({ programId })).criteria;
  expect(changed?.id).not.toBe(rooms.id);
  expect(await db.qualificationCriterion.count({ where: { programId, removedAt: { not: null } } })).toBe(2);

  await owner.setCriteria({ programId, criteria: [rooms] });
  expect((await owner.editor({ programId })).criteria).toMatchObject([{ id: rooms.id }]);
  const other = await openProgram(merchant);
  await expect(owner.setCriteria({ programId: other, criteria: [rooms] })).rejects.toMatchObject(
    refused("criterion_is_unknown"),
  );
});

test("an article of another program stays there", async () => {
  const merchant = await company("merchant");
  const [one, two] = [await openProgram(merchant), await openProgram(merchant)];
  const owner = as(merchant.merchant_owner).programs;
  const { knowledge } = await owner.editor({ programId: one });
  const article = { id: knowledge[0]?.id ?? newId("article"), title: "Price", body: "Free." };
  await expect(owner.setKnowledge({ programId: two, articles: [article] })).rejects.toMatchObject(
    refused("article_is_unknown"),
  );
  await owner.setKnowledge({ programId: one, articles: [article] });
  expect((await owner.editor({ programId: one })).knowledge).toEqual([article]);
});
