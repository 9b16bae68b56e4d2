import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, MINUTE_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { as, company, member } from "#server/testing/people.ts";
import { enrol, prospect, publishedProgram } from "#server/testing/prospecting.ts";
import { NOT_AVAILABLE_BUDGET } from "./queue.ts";
import { wakeSnoozed } from "./wake-snoozed.ts";

const later = async (ms: number) => {
  const now = await clock.now();
  await inTransaction((tx) => clock.moveTo(tx, plus(now, ms)));
};
const touch = (prospectId: `prospect_${string}`) =>
  ({ touchId: newId("touch"), prospectId, channel: "mail", disposition: "sent" }) as const;

let merchant: Awaited<ReturnType<typeof company<"merchant">>>;
let provider: Awaited<ReturnType<typeof company<"provider">>>;
let program: Awaited<ReturnType<typeof publishedProgram>>;
let agent: Actor;
beforeEach(async () => {
  merchant = await company("merchant");
  provider = await company("provider");
  program = await publishedProgram(merchant.id);
  await enrol(provider.id, program.id);
  agent = provider.provider_agent;
});
const queue = (actor: Actor) => as(actor).prospects;
const take = async (actor: Actor) => (await queue(actor).takeNext({ programId: program.id })).prospectId;

test("fifty agents who reach for the next prospect at once never share one", async () => {
  const now = await clock.now();
  const agents = await Promise.all(Array.from({ length: 50 }, () => member(provider.id, "provider_agent", now)));
  const due = await Promise.all(Array.from({ length: 60 }, () => prospect(provider.id, program.id)));
  const taken = await Promise.all(agents.map(take));
  expect(new Set(taken).size).toBe(50);
  expect(due).toEqual(expect.arrayContaining(taken));
});

test("the longest due comes first, and what is not due does not come", async () => {
  const now = await clock.now();
  const second = await prospect(provider.id, program.id, { dueAt: plus(now, -1000) });
  const first = await prospect(provider.id, program.id, { dueAt: plus(now, -2000) });
  await prospect(provider.id, program.id, { dueAt: plus(now, DAY_MS) });
  expect(await take(agent)).toBe(first);
  expect((await queue(agent).takeNext({ programId: program.id, besides: first })).prospectId).toBe(second);
  expect((await queue(agent).takeNext({ programId: program.id, besides: second })).prospectId).toBe(first);
  expect(await take(provider.provider_manager)).toBeNull();
});

test("a lease keeps a prospect for twenty minutes, longer for an agent who acts, and then lets it go", async () => {
  const id = await prospect(provider.id, program.id);
  expect(await take(agent)).toBe(id);
  await later(15 * MINUTE_MS);
  await queue(agent).renewLease({ prospectId: id });
  await later(15 * MINUTE_MS);
  expect(await take(provider.provider_manager)).toBeNull();
  await expect(queue(provider.provider_manager).skip({ prospectId: id, reason: "other" })).rejects.toThrow(
    "prospect_is_taken",
  );
  await later(6 * MINUTE_MS);
  expect(await take(provider.provider_manager)).toBe(id);
  await expect(queue(agent).renewLease({ prospectId: id })).rejects.toThrow("prospect_is_taken");
});

test("an agent holds two prospects at most, however many pages ask at once", async () => {
  await Promise.all(Array.from({ length: 10 }, () => prospect(provider.id, program.id)));
  await Promise.allSettled(Array.from({ length: 8 }, () => take(agent)));
  expect(await db.prospect.count({ where: { takenById: agent.userId } })).toBe(1);
  const held = await take(agent);
  await Promise.all(Array.from({ length: 8 }, () => queue(agent).takeNext({ programId: program.id, besides: held })));
  expect(await db.prospect.count({ where: { takenById: agent.userId } })).toBe(2);
});

test("a stranger's prospect is unknown and a stranger's program has no queue, in every verb", async () => {
  const id = await prospect(provider.id, program.id);
  const other = await company("provider");
  const stranger = as(other.provider_owner).prospects;
  const about = { prospectId: id };
  const tries = [
    stranger.open(about),
    stranger.renewLease(about),
    stranger.releaseLease(about),
    stranger.logTouch(touch(id)),
    stranger.answer({ prospectId: id, criterionId: program.sites, value: "3" }),
    stranger.snooze({ prospectId: id, until: { days: 1 } }),
    stranger.skip({ prospectId: id, reason: "other" }),
    stranger.disqualify({ prospectId: id, reason: "other" }),
    stranger.markInvalid({ prospectId: id, reason: "other" }),
    stranger.markDoNotContact({ prospectId: id, basis: "asked" }),
    stranger.undo(about),
    stranger.takeNext({ programId: program.id }),
    stranger.upcoming({ programId: program.id }),
  ];
  for (const tried of await Promise.allSettled(tries))
    expect(tried).toMatchObject({ status: "rejected", reason: { code: "NOT_FOUND" } });
  expect((await stranger.list({})).rows).toEqual([]);
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "new", takenById: null });
});

test("a merchant has no queue", async () => {
  await expect(as(merchant.merchant_owner).prospects.takeNext({ programId: program.id })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});

test("a snoozed prospect comes back by itself at nine in the person's own morning", async () => {
  const id = await prospect(provider.id, program.id, { timeZone: "Asia/Shanghai" });
  const dueAt = await queue(agent).snooze({ prospectId: id, until: { days: 1 } });
  expect(dueAt.toISOString()).toMatch(/T01:00:00.000Z$/);
  await wakeSnoozed(plus(dueAt, -1000));
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "snoozed", takenById: null });
  await wakeSnoozed(dueAt);
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "working" });
  await expect(queue(agent).snooze({ prospectId: id, until: { day: "2001-01-01" } })).rejects.toThrow(
    "snooze_is_not_ahead",
  );
});

test("a snooze, a skip and a disqualification can be taken back at once, and only by who did it", async () => {
  const id = await prospect(provider.id, program.id);
  await queue(agent).logTouch(touch(id));
  const before = await db.prospect.findUniqueOrThrow({ where: { id } });
  const acts = [
    () => queue(agent).snooze({ prospectId: id, until: { days: 3 } }),
    () => queue(agent).skip({ prospectId: id, reason: "bad_time" }),
    () => queue(agent).disqualify({ prospectId: id, reason: "no_need" }),
  ];
  for (const act of acts) {
    await act();
    await expect(queue(provider.provider_manager).undo({ prospectId: id })).rejects.toThrow("too_late_to_undo");
    await queue(agent).undo({ prospectId: id });
    const { status, dueAt, reason, takenById } = await db.prospect.findUniqueOrThrow({ where: { id } });
    expect({ status, dueAt, reason, takenById }).toEqual({
      status: "working",
      dueAt: before.dueAt,
      reason: null,
      takenById: agent.userId,
    });
    expect(await db.claim.count({ where: { prospectId: id, status: "active" } })).toBe(1);
    await expect(queue(agent).undo({ prospectId: id })).rejects.toThrow("too_late_to_undo");
  }
  await queue(agent).disqualify({ prospectId: id, reason: "no_need" });
  await later(MINUTE_MS);
  await expect(queue(agent).undo({ prospectId: id })).rejects.toThrow("too_late_to_undo");
});

test("a disqualification cannot be taken back when another provider has touched the person since", async () => {
  const rival = await company("provider");
  await enrol(rival.id, program.id);
  const id = await prospect(provider.id, program.id, { email: "wanted@people.example" });
  const theirs = await prospect(rival.id, program.id, { email: "wanted@people.example" });
  await queue(agent).logTouch(touch(id));
  await queue(agent).disqualify({ prospectId: id, reason: "other" });
  await queue(rival.provider_agent).logTouch(touch(theirs));
  await expect(queue(agent).undo({ prospectId: id })).rejects.toThrow("too_late_to_undo");
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "disqualified" });
});

test("who is not available leaves the queue in one and the same way, and the day's budget ends the asking", async () => {
  const rival = await company("provider");
  await enrol(rival.id, program.id);
  const claimed = await prospect(provider.id, program.id, { email: "claimed@people.example" });
  const barred = await prospect(provider.id, program.id, { email: "barred@people.example" });
  await queue(rival.provider_agent).logTouch(
    touch(await prospect(rival.id, program.id, { email: "claimed@people.example" })),
  );
  await queue(rival.provider_agent).markDoNotContact({
    prospectId: await prospect(rival.id, program.id, { email: "barred@people.example" }),
    basis: "asked",
  });
  const free = await prospect(provider.id, program.id);
  expect(await queue(agent).takeNext({ programId: program.id })).toEqual({ prospectId: free, notAvailable: 2 });
  const rows = await db.prospect.findMany({
    where: { id: { in: [claimed, barred] } },
    select: { status: true, reason: true, dueAt: true },
  });
  expect(rows).toEqual([
    { status: "new", reason: "not_available", dueAt: null },
    { status: "new", reason: "not_available", dueAt: null },
  ]);
  for (const prospectId of [claimed, barred])
    await expect(queue(agent).logTouch(touch(prospectId))).rejects.toMatchObject({
      code: "CONFLICT",
      message: "prospect_is_not_available",
    });
  expect(await db.notAvailableCount.findFirstOrThrow({ where: { userId: agent.userId } })).toMatchObject({ count: 4 });

  await db.notAvailableCount.updateMany({ where: { userId: agent.userId }, data: { count: NOT_AVAILABLE_BUDGET } });
  await expect(queue(agent).logTouch(touch(claimed))).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  await queue(agent).releaseLease({ prospectId: free });
  await expect(queue(agent).takeNext({ programId: program.id })).rejects.toThrow("not_available_budget_is_spent");
  await later(DAY_MS);
  expect(await take(agent)).toBe(free);
});

test("the column of next prospects shows what is due and free, and the day's count what was worked", async () => {
  const mine = await prospect(provider.id, program.id, { name: "Mine" });
  const others = await prospect(provider.id, program.id);
  expect(await take(agent)).toBe(mine);
  expect(await take(provider.provider_manager)).toBe(others);
  const { rows, due } = await queue(agent).upcoming({ programId: program.id });
  expect(rows).toMatchObject([{ id: mine, name: "Mine", isMine: true, channel: "mail" }]);
  expect(due).toBe(2);
  await queue(agent).logTouch(touch(mine));
  await queue(agent).logTouch(touch(mine));
  expect(await queue(agent).progress()).toEqual({ worked: 1, handedOver: 0, goal: 40 });
});
