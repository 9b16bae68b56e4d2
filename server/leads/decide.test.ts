import { expect, test } from "vitest";
import { DAY_MS } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { doAllJobs } from "#server/testing/jobs.ts";
import { as, company } from "#server/testing/people.ts";
import { acceptedLead, eventsOf, pass, qualifiedProspect, submittedLead, trade } from "#server/testing/trade.ts";
import { appealsDue } from "./appeals-due.ts";
import type { LeadId } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";
import { markWon } from "./mark-won.ts";
import { reviewsDue } from "./reviews-due.ts";

const WORDS = "They sell ice cream, not medicine.";
const statusOf = async (id: LeadId) => (await db.lead.findUniqueOrThrow({ where: { id } })).status;

test("an accepted lead is revealed, its return window runs, and the provider hears of it", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  const merchant = as(ground.merchant.merchant_closer).leads;
  await merchant.accept({ leadId });
  const lead = await merchant.received({ leadId });
  expect(lead).toMatchObject({ isRevealed: true, name: "Jan de Vries", acceptance: { by: "merchant" } });
  expect(lead.returnUntil?.getTime()).toBeGreaterThan(lead.now.getTime() + 4 * DAY_MS);
  const event = await db.event.findFirstOrThrow({ where: { about: leadId, what: "lead.accepted" } });
  expect(event.audience).toContain(ground.provider.id);
  await doAllJobs();
});

test("whoever looks at the person is written down once", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  await as(ground.merchant.merchant_closer).leads.received({ leadId });
  await as(ground.merchant.merchant_closer).leads.received({ leadId });
  await as(ground.merchant.merchant_owner).leads.received({ leadId });
  expect(await db.leadReveal.count({ where: { leadId } })).toBe(2);
  expect((await eventsOf(leadId)).filter((what) => what === "lead.revealed")).toHaveLength(2);
});

test("before acceptance nothing the merchant is shown holds contact data, in the list or on the lead", async () => {
  const ground = await trade();
  const summary = "Ask for Jan de Vries, jan.devries@secret.example, +31 6 1234 5607";
  const leadId = await submittedLead(ground, { email: "jan.devries@secret.example", phone: "+31612345607" }, summary);
  const seen = as(ground.merchant.merchant_owner).leads;
  const text = JSON.stringify([await seen.received({ leadId }), await seen.inbox({})], (_, value) =>
    typeof value === "bigint" ? `${value}` : value,
  );
  for (const secret of ["Jan", "Vries", "devries", "secret.example", "5607", "1234"])
    expect(text).not.toContain(secret);
  expect(text).toContain("Noordkade");
  expect(await db.leadReveal.count({ where: { leadId } })).toBe(0);
  expect((await seen.inbox({ text: "devries" })).rows).toEqual([]);
});

test("of fifty acceptances one counts", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () => as(ground.merchant.merchant_closer).leads.accept({ leadId })),
  );
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect((await eventsOf(leadId)).filter((what) => what === "lead.accepted")).toHaveLength(1);
});

test("a stranger's lead is unknown to every question and every verb, and a provider decides nothing", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  const stranger = as((await company("merchant")).merchant_owner).leads;
  for (const act of [
    () => stranger.accept({ leadId }),
    () => stranger.received({ leadId }),
    () => stranger.reject({ leadId, reason: "consent", note: WORDS }),
    () => stranger.returnLead({ leadId, reason: "no_intent", proof: WORDS }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(ground.provider.provider_owner).leads.accept({ leadId })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  expect(await statusOf(leadId)).toBe("submitted");
});

test("silence past the review clock counts as acceptance, and not a minute before", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  await reviewsDue(await clock.now());
  expect(await statusOf(leadId)).toBe("submitted");
  await pass(8 * DAY_MS);
  await Promise.all([reviewsDue(await clock.now()), reviewsDue(await clock.now())]);
  expect(await db.leadAcceptance.findUnique({ where: { leadId } })).toMatchObject({ by: "deemed", userId: null });
  expect((await eventsOf(leadId)).filter((what) => what === "lead.accepted")).toHaveLength(1);
});

test("a rejection needs words that can be checked", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  await expect(
    as(ground.merchant.merchant_closer).leads.reject({ leadId, reason: "outside_icp", note: "no" }),
  ).rejects.toMatchObject({ message: "lead_reason_needs_proof" });
  expect(await statusOf(leadId)).toBe("submitted");
});

test("a duplicate is a duplicate only if Lode finds the older lead itself", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground, { email: "same@person.example" });
  const merchant = as(ground.merchant.merchant_closer).leads;
  await expect(merchant.reject({ leadId, reason: "duplicate", note: "" })).rejects.toMatchObject({
    message: "lead_is_no_duplicate",
  });

  const other = await trade();
  await db.program.update({ where: { id: other.programId }, data: { merchantId: ground.merchant.id } });
  const again = await submittedLead(other, { email: "same@person.example" });
  await merchant.reject({ leadId: again, reason: "duplicate", note: "" });
  expect(await statusOf(again)).toBe("rejected");
});

test("a rejection can be appealed for seven days; then it is final and the prospect is free", async () => {
  const ground = await trade();
  const leadId = await submittedLead(ground);
  await as(ground.merchant.merchant_closer).leads.reject({ leadId, reason: "outside_icp", note: WORDS });
  await pass(6 * DAY_MS);
  await appealsDue(await clock.now());
  expect(await statusOf(leadId)).toBe("rejected");
  await pass(DAY_MS);
  await expect(as(ground.provider.provider_owner).leads.appeal({ leadId, reason: WORDS })).rejects.toMatchObject({
    message: "lead_appeal_is_late",
  });
  await appealsDue(await clock.now());
  const lead = await db.lead.findUniqueOrThrow({ where: { id: leadId }, include: { prospect: true } });
  expect([lead.status, lead.prospect.status]).toEqual(["final", "working"]);
});

test("an appeal is decided by finance: accepted, the lead stands", async () => {
  const [ground, platform] = [await trade(), await company("platform")];
  const leadId = await submittedLead(ground);
  await as(ground.merchant.merchant_closer).leads.reject({ leadId, reason: "outside_icp", note: WORDS });
  await as(ground.provider.provider_manager).leads.appeal({
    leadId,
    reason: "They have a pharma licence, see the answer.",
  });
  const decision = { leadId, outcome: "accepted", note: "The licence is in the answers." } as const;
  await expect(as(platform.platform_admin).leads.decideAppeal(decision)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await as(platform.platform_finance).leads.openAppeals({})).rows).toHaveLength(1);
  await as(platform.platform_finance).leads.decideAppeal(decision);
  expect(await db.leadAcceptance.findUnique({ where: { leadId } })).toMatchObject({ by: "appeal" });
  expect(await eventsOf(leadId)).toEqual([
    "lead.handed_over",
    "lead.rejected",
    "lead.appealed",
    "lead.appeal_decided",
    "lead.accepted",
  ]);
  await expect(as(platform.platform_finance).leads.decideAppeal(decision)).rejects.toMatchObject({
    message: "lead_has_moved_on",
  });
});

test("an appeal that fails is final and frees the prospect", async () => {
  const [ground, platform] = [await trade(), await company("platform")];
  const leadId = await acceptedLead(ground);
  await as(ground.merchant.merchant_closer).leads.returnLead({
    leadId,
    reason: "bad_contact",
    proof: "The number is not in service.",
  });
  await as(ground.provider.provider_manager).leads.appeal({ leadId, reason: "We spoke on that number." });
  await as(platform.platform_finance).leads.decideAppeal({
    leadId,
    outcome: "final",
    note: "Checked: not in service.",
  });
  expect(await statusOf(leadId)).toBe("final");
});

test("a lead is returned within its window, with proof, once, and never after a win", async () => {
  const ground = await trade();
  const merchant = as(ground.merchant.merchant_closer).leads;
  const back = { reason: "no_intent", proof: "Called on Tuesday, wants nothing." } as const;
  const late = await acceptedLead(ground);
  const won = await acceptedLead(ground);
  const early = await acceptedLead(ground);
  await inTransaction(async (tx) => markWon(tx, await lockLead(tx, ground.merchant.merchant_closer, won)));
  await expect(merchant.returnLead({ leadId: won, ...back })).rejects.toMatchObject({ message: "lead_is_won" });
  await merchant.returnLead({ leadId: early, ...back });
  await expect(merchant.returnLead({ leadId: early, ...back })).rejects.toMatchObject({ message: "lead_has_moved_on" });
  await pass(10 * DAY_MS);
  await expect(merchant.returnLead({ leadId: late, ...back })).rejects.toMatchObject({
    message: "lead_return_is_late",
  });
});

test("after an acceptance nothing can be withdrawn; before it the prospect goes back to work", async () => {
  const ground = await trade();
  const [kept, taken] = [await submittedLead(ground), await acceptedLead(ground)];
  const provider = as(ground.provider.provider_manager).leads;
  await expect(provider.withdraw({ leadId: taken })).rejects.toMatchObject({ message: "lead_has_moved_on" });
  await provider.withdraw({ leadId: kept });
  expect(await statusOf(kept)).toBe("withdrawn");
  await expect(as(ground.merchant.merchant_closer).leads.accept({ leadId: kept })).rejects.toMatchObject({
    message: "lead_has_moved_on",
  });
});

test("the inbox lists what waits with the most urgent first, page by page, and counts every state", async () => {
  const ground = await trade();
  const ids = [];
  for (let n = 0; n < 5; n += 1) ids.push(await submittedLead(ground));
  const inbox = as(ground.merchant.merchant_owner).leads.inbox;
  const first = await inbox({ status: "submitted", limit: 3 });
  const second = await inbox({ status: "submitted", limit: 3, after: first.next });
  expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids);
  expect(first.counts).toMatchObject({ submitted: 5, accepted: 0 });
  expect(second.next).toBeNull();
});

test("an agent sees its own leads and its record, a manager all of the provider's", async () => {
  const ground = await trade();
  await acceptedLead(ground);
  await submittedLead(ground);
  const [agent, manager] = [as(ground.provider.provider_agent).leads, as(ground.provider.provider_manager).leads];
  const mine = await qualifiedProspect(ground);
  await manager.handOver({ leadId: `lead_${mine.slice(-32)}`, prospectId: mine, summary: "" });
  expect((await agent.sent({})).rows).toHaveLength(2);
  expect((await manager.sent({})).rows).toHaveLength(3);
  expect(await agent.myRecord()).toEqual({ handedOver: 2, decided: 1, accepted: 1 });
});
