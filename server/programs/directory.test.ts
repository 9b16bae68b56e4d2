import { beforeAll, expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { as, company } from "#server/testing/people.ts";
import { application, openProgram, readyProgram } from "#server/testing/program.ts";

type Merchant = Awaited<ReturnType<typeof company<"merchant">>>;
let merchant: Merchant;
const ids: string[] = [];
beforeAll(async () => {
  merchant = await company("merchant", { name: "Kestrow" });
  for (let i = 0; i < 3; i++) ids.unshift(await openProgram(merchant));
  await readyProgram(merchant);
});

test("anybody sees published programs with their merchant and their terms, a page at a time, newest first", async () => {
  const { programs } = as(null);
  const first = await programs.look({ limit: 2 });
  expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.rows[0]).toMatchObject({
    merchant: { name: "Kestrow" },
    terms: { version: 1, terms: { currency: "eur" } },
  });
  const second = await programs.look({ limit: 2, after: first.next });
  expect(second).toMatchObject({ rows: [{ id: ids[2] }], next: null });
});

test("the directory finds by words, country, industry and currency", async () => {
  const found = async (query: object) => (await as(null).programs.look(query)).rows.length;
  expect(await found({ text: "COLD stores" })).toBe(3);
  expect(await found({ text: "kestrow" })).toBe(3);
  expect(await found({ text: "50%_off" })).toBe(0);
  expect(await found({ country: "NL", industry: "Cold storage", currency: "eur" })).toBe(3);
  expect(await found({ country: "FR" })).toBe(0);
  expect(await found({ currency: "usd" })).toBe(0);
  await expect(found({ country: "nl'; --" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});

test("what agents may say is for enrolled providers only, and a draft for its merchant only", async () => {
  const { provider, programId } = await application();
  const stranger = await company("provider");
  const seen = await as(null).programs.lookAt({ programId });
  expect(seen).toMatchObject({
    product: "Monitors that alarm before the goods are lost.",
    criteria: [{ kind: "number" }],
  });
  expect(
    JSON.stringify(await as(stranger.provider_owner).programs.page({ programId }), (_, v) =>
      typeof v === "bigint" ? `${v}` : v,
    ),
  ).not.toContain("May I ask");
  await expect(as(provider.provider_agent).programs.brief({ programId })).rejects.toMatchObject({
    message: "enrolment_is_unknown",
  });
  const draft = await readyProgram(merchant);
  await expect(as(null).programs.lookAt({ programId: draft })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(provider.provider_owner).programs.page({ programId: draft })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("a provider sees its own place in each program, also after the program paused, and nobody else's", async () => {
  const { merchant: theirs, provider, programId, enrolmentId } = await application();
  const { programs } = as(provider.provider_manager);
  const own = (await programs.browse({})).rows.filter(({ enrolment }) => enrolment !== null);
  expect(own).toMatchObject([{ id: programId, enrolment: "applied" }]);
  await as(theirs.merchant_owner).programs.approve({ enrolmentId });
  await as(theirs.merchant_owner).programs.pause({ programId });
  expect((await programs.browse({})).rows.map(({ id }) => id)).not.toContain(programId);
  expect(await programs.page({ programId })).toMatchObject({
    status: "paused",
    enrolment: { id: enrolmentId, status: "approved" },
  });
  expect(await as(provider.provider_agent).programs.brief({ programId })).toMatchObject({
    script: "May I ask how many cold rooms you run?",
    knowledge: [{ title: "Price" }],
  });
  const stranger = await company("provider");
  await expect(as(stranger.provider_owner).programs.page({ programId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(theirs.merchant_owner).programs.browse({})).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(as(null).programs.browse({})).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

test("a merchant's providers are listed by state and program, newest first", async () => {
  const { merchant: theirs, programId } = await application();
  for (let i = 0; i < 2; i++) {
    const provider = await company("provider");
    await as(provider.provider_owner).programs.applyFor({ id: newId("enrolment"), programId, message: "" });
  }
  const { programs } = as(theirs.merchant_closer);
  const first = await programs.enrolments({ programId, status: "applied", limit: 2 });
  expect(first.rows).toHaveLength(2);
  const second = await programs.enrolments({ programId, status: "applied", limit: 2, after: first.next });
  expect(second).toMatchObject({ rows: [{ message: "We know cold stores." }], next: null });
  expect((await programs.enrolments({ status: "approved" })).rows).toEqual([]);
});
