import { beforeEach, expect, test } from "vitest";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { enrol, prospect, publishedProgram } from "#server/testing/prospecting.ts";
import { MAX_OPEN_CLAIMS } from "./claim.ts";
import { expireClaims } from "./expire-claims.ts";
import { freeProspect } from "./free-prospect.ts";
import type { ProspectId } from "./prospect.ts";
import { takeForHandOver } from "./take-for-hand-over.ts";

let provider: Awaited<ReturnType<typeof company<"provider">>>;
let program: Awaited<ReturnType<typeof publishedProgram>>;
let agent: Actor;
beforeEach(async () => {
  provider = await company("provider");
  program = await publishedProgram((await company("merchant")).id);
  await enrol(provider.id, program.id);
  agent = provider.provider_agent;
});
const queue = (actor: Actor) => as(actor).prospects;
const mail = (prospectId: ProspectId) =>
  ({ touchId: newId("touch"), prospectId, channel: "mail", disposition: "sent" }) as const;
const call = (prospectId: ProspectId) =>
  ({ touchId: newId("touch"), prospectId, channel: "call", disposition: "reached" }) as const;
const statusOf = async (id: string) => (await db.prospect.findUniqueOrThrow({ where: { id } })).status;

async function qualified(person: Parameters<typeof prospect>[2] = {}) {
  const id = await prospect(provider.id, program.id, person);
  const touch = {
    ...mail(id),
    note: "Ann Lee asked to be called on +1 212 555 2368, audit on 2027-03-12, ann@shop.example",
  };
  await queue(agent).logTouch(touch);
  await queue(agent).answer({ prospectId: id, criterionId: program.sites, value: "6", touchId: touch.touchId });
  await queue(agent).answer({ prospectId: id, criterionId: program.decides, value: "yes" });
  return { id, touchId: touch.touchId };
}

test("of eight providers who touch one person at the same moment one is first, and the others hear the same words", async () => {
  const rivals = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const rival = await company("provider");
      await enrol(rival.id, program.id);
      const id = await prospect(rival.id, program.id, { email: "one@people.example", phone: "+12125552368" });
      return { rival, id };
    }),
  );
  const tries = await Promise.allSettled(rivals.map(({ rival, id }) => queue(rival.provider_agent).logTouch(mail(id))));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const tried of tries)
    if (tried.status === "rejected") expect(tried.reason).toMatchObject({ message: "prospect_is_not_available" });
  const claims = await db.claim.findMany({ where: { programId: program.id } });
  expect(claims).toHaveLength(2);
  expect(new Set(claims.map(({ providerId }) => providerId)).size).toBe(1);
  expect(await db.touch.count({ where: { programId: program.id } })).toBe(1);
  expect(await db.notAvailableCount.count({ where: { count: 1 } })).toBe(7);
});

test("an import and a note claim nobody, the first contact does, and a later one renews it", async () => {
  const id = await prospect(provider.id, program.id);
  await queue(agent).logTouch({
    touchId: newId("touch"),
    prospectId: id,
    channel: "note",
    disposition: "note",
    note: "Looks good",
  });
  expect(await db.claim.count({ where: { prospectId: id } })).toBe(0);
  expect(await statusOf(id)).toBe("new");
  await queue(agent).logTouch(mail(id));
  const first = await db.claim.findFirstOrThrow({ where: { prospectId: id } });
  expect(first.until.getTime() - first.openedAt.getTime()).toBe(120 * DAY_MS);
  const now = await clock.now();
  await inTransaction((tx) => clock.moveTo(tx, plus(now, DAY_MS)));
  await queue(agent).logTouch(mail(id));
  const renewed = await db.claim.findFirstOrThrow({ where: { prospectId: id } });
  expect(renewed.id).toBe(first.id);
  expect(renewed.until.getTime()).toBeGreaterThan(first.until.getTime() + DAY_MS - 1000);
});

test("the same touch sent twice is one, and another's touch id is refused", async () => {
  const id = await prospect(provider.id, program.id);
  const touch = mail(id);
  await Promise.all(Array.from({ length: 4 }, () => queue(agent).logTouch(touch)));
  expect(await db.touch.count({ where: { prospectId: id } })).toBe(1);
  const other = await prospect(provider.id, program.id);
  await expect(queue(agent).logTouch({ ...touch, prospectId: other })).rejects.toThrow("touch_id_is_used");
  await expect(queue(agent).logTouch({ ...mail(id), disposition: "voicemail" })).rejects.toThrow(
    "disposition_does_not_fit",
  );
  await expect(queue(agent).logTouch({ ...mail(id), channel: "note", disposition: "note" })).rejects.toThrow(
    "note_is_empty",
  );
});

test("a provider protects two hundred people in a program and no more, however many agents reach for the last place", async () => {
  const now = await clock.now();
  const held = await prospect(provider.id, program.id);
  await db.claim.createMany({
    data: await Promise.all(
      Array.from({ length: MAX_OPEN_CLAIMS - 1 }, async (_, i) => ({
        ...{
          id: newId("claim"),
          programId: program.id,
          kind: "email",
          value: `held${i}@people.example`,
          providerId: provider.id,
        },
        ...{
          prospectId: i === 0 ? held : await prospect(provider.id, program.id),
          openedAt: now,
          until: plus(now, DAY_MS),
        },
      })),
    ),
  });
  const fresh = await Promise.all(Array.from({ length: 8 }, () => prospect(provider.id, program.id)));
  const tries = await Promise.allSettled(fresh.map((id) => queue(agent).logTouch(mail(id))));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { message: "claims_are_at_their_cap" },
  });
  await expireClaims(plus(now, DAY_MS));
  for (const id of fresh.slice(0, 2)) await queue(agent).logTouch(mail(id));
});

test("a claim that ran out leaves the person to whoever touches next", async () => {
  const rival = await company("provider");
  await enrol(rival.id, program.id);
  const mine = await prospect(provider.id, program.id, { email: "late@people.example" });
  const theirs = await prospect(rival.id, program.id, { email: "late@people.example" });
  await queue(agent).logTouch(mail(mine));
  const { until } = await db.claim.findFirstOrThrow({ where: { prospectId: mine } });
  await expireClaims(plus(until, -1));
  await expect(queue(rival.provider_agent).logTouch(mail(theirs))).rejects.toThrow("prospect_is_not_available");
  await expireClaims(until);
  await queue(rival.provider_agent).logTouch(mail(theirs));
  expect(await db.claim.findFirstOrThrow({ where: { prospectId: mine } })).toMatchObject({ status: "expired" });
});

test("nobody is called in their night, but may be written to", async () => {
  const at = await clock.now();
  await inTransaction((tx) =>
    clock.moveTo(
      tx,
      new Date(
        `${plus(at, 3 * DAY_MS)
          .toISOString()
          .slice(0, 10)}T23:30:00Z`,
      ),
    ),
  );
  const person = { country: "GB", timeZone: "Europe/London" };
  const id = await prospect(provider.id, program.id, person);
  expect(await queue(agent).open({ prospectId: id })).toMatchObject({ isQuiet: true });
  await expect(queue(agent).logTouch(call(id))).rejects.toThrow("person_has_quiet_hours");
  await queue(agent).logTouch({ ...mail(id), durationSeconds: null });
  expect(await statusOf(id)).toBe("working");
  const tokyo = await prospect(provider.id, program.id, { timeZone: "Asia/Tokyo" });
  await queue(agent).logTouch(call(tokyo));
});

test("a prospect is qualified when every required question is answered, and is not when an answer is taken back", async () => {
  const id = await prospect(provider.id, program.id);
  const answer = (criterionId: string, value: string | null) =>
    queue(agent).answer({ prospectId: id, criterionId: criterionId as typeof program.sites, value });
  await expect(answer(program.sites, "6")).rejects.toThrow("prospect_is_not_touched");
  await queue(agent).logTouch(mail(id));
  await expect(answer(program.sites, "many")).rejects.toThrow("answer_is_not_a_number");
  await expect(answer(newId("criterion"), "6")).rejects.toThrow("criterion_is_unknown");
  await answer(program.sites, "6");
  expect(await statusOf(id)).toBe("working");
  await answer(program.decides, "yes");
  expect(await statusOf(id)).toBe("qualified");
  await answer(program.sites, null);
  expect(await statusOf(id)).toBe("working");
  const elsewhere = await prospect(provider.id, program.id);
  const touch = mail(elsewhere);
  await queue(agent).logTouch(touch);
  await expect(
    queue(agent).answer({ prospectId: id, criterionId: program.sites, value: "6", touchId: touch.touchId }),
  ).rejects.toThrow("touch_is_unknown");
});

test("a qualified prospect is taken for its hand-over once, with what a lead needs and no contact data in its story", async () => {
  const { id, touchId } = await qualified({ name: "Ann Lee", email: "ann@shop.example", phone: "+12125552368" });
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, () => inTransaction((tx) => takeForHandOver(tx, agent, id))),
  );
  const done = tries.filter((tried) => tried.status === "fulfilled");
  expect(done).toHaveLength(1);
  expect(done[0]?.value).toMatchObject({
    name: "Ann Lee",
    programId: program.id,
    answers: [
      { criterionId: program.sites, question: "How many sites?", value: "6", proof: { touchId, channel: "mail" } },
      { criterionId: program.decides, value: "yes", proof: null },
    ],
    history: [{ touchId, note: "••• asked to be called on •••, audit on 2027-03-12, •••" }],
  });
  expect(await statusOf(id)).toBe("handed_over");
  expect(await db.claim.count({ where: { prospectId: id, status: "converted" } })).toBe(2);
  expect(await queue(agent).progress()).toMatchObject({ handedOver: 1 });
  await expect(queue(agent).logTouch(mail(id))).rejects.toThrow("prospect_cannot_move");
  await expect(queue(agent).disqualify({ prospectId: id, reason: "other" })).rejects.toThrow("prospect_cannot_move");

  await inTransaction((tx) => freeProspect(tx, agent, id));
  expect(await db.prospect.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "working" });
  expect(await db.claim.count({ where: { prospectId: id, status: "active" } })).toBe(2);
  await expect(inTransaction((tx) => freeProspect(tx, agent, id))).rejects.toThrow("prospect_cannot_move");
});

test("what is not qualified, not protected any more, or with a colleague is not handed over", async () => {
  const take = (actor: Actor, id: ProspectId) => inTransaction((tx) => takeForHandOver(tx, actor, id));
  const plain = await prospect(provider.id, program.id);
  await expect(take(agent, plain)).rejects.toMatchObject({ code: "prospect_is_not_qualified" });
  const { id } = await qualified();
  await expect(take(provider.provider_manager, id)).rejects.toMatchObject({ code: "prospect_is_taken" });
  await expect(take((await company("provider")).provider_agent, id)).rejects.toMatchObject({
    code: "prospect_is_unknown",
  });
  await db.qualificationCriterion.create({
    data: {
      id: newId("criterion"),
      programId: program.id,
      position: 9,
      kind: "text",
      question: "New one?",
      options: [],
    },
  });
  await expect(take(agent, id)).rejects.toMatchObject({ code: "answer_is_missing", facts: { question: "New one?" } });
  await db.qualificationCriterion.deleteMany({ where: { question: "New one?" } });
  await db.claim.updateMany({ where: { prospectId: id }, data: { status: "expired" } });
  await expect(take(agent, id)).rejects.toMatchObject({ code: "prospect_is_not_claimed" });
  expect(await statusOf(id)).toBe("qualified");
});

test("who must not be contacted is nowhere to be reached again, and only a keyed hash says so", async () => {
  const { id } = await qualified({ email: "rest@people.example" });
  await queue(agent).markDoNotContact({ prospectId: id, basis: "asked" });
  expect(await statusOf(id)).toBe("do_not_contact");
  const elsewhere = await publishedProgram((await company("merchant")).id);
  await enrol(provider.id, elsewhere.id);
  const again = await prospect(provider.id, elsewhere.id, { email: "rest@people.example" });
  await expect(queue(agent).logTouch(mail(again))).rejects.toThrow("prospect_is_not_available");
  expect(await db.doNotContact.findMany()).toMatchObject([
    { identityHash: expect.stringMatching(/^[0-9a-f]{64}$/), basis: "asked" },
  ]);
  await expect(queue(agent).undo({ prospectId: id })).rejects.toThrow("too_late_to_undo");
});
