import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, dayIn } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { acceptedLead, eventsOf, newTerms, pass, submittedLead, type Trade, trade } from "#server/testing/trade.ts";
import { answersDue } from "./answers-due.ts";
import type { DealId } from "./deal.ts";
import { keepEvidence } from "./keep-evidence.ts";

const REASON = "The customer signed for a smaller system.";
const today = async () => dayIn("UTC", await clock.now());
const winOf = async (leadId: LeadId, over: { amount?: string; currency?: string; wonOn?: string } = {}) => ({
  dealId: newId("deal") as DealId,
  leadId,
  amount: "15,000.00",
  currency: "usd",
  wonOn: await today(),
  ...over,
});
const ofMerchant = (ground: Trade) => as(ground.merchant.merchant_closer).deals;
const ofProvider = (ground: Trade) => as(ground.provider.provider_manager).deals;
const statusOf = async (id: string) => (await db.deal.findUniqueOrThrow({ where: { id } })).status;

/** A win that the provider reported, with its evidence at a grade. */
async function reportedByProvider(ground: Trade, grade = "D") {
  const win = await winOf(await acceptedLead(ground));
  await ofProvider(ground).reportWin(win);
  await db.deal.update({ where: { id: win.dealId }, data: { grade } });
  return win;
}

test("the merchant's own report confirms at once and opens the settlement of the terms, to the cent", async () => {
  const ground = await trade();
  const win = await winOf(await acceptedLead(ground));
  await ofMerchant(ground).reportWin(win);
  expect(await db.settlement.findUnique({ where: { dealId: win.dealId } })).toMatchObject({
    grossMinor: 1_800_00n,
    platformMinor: 360_00n,
    providerMinor: 1_440_00n,
    currency: "usd",
    termsVersionId: ground.termsVersionId,
  });
  expect(await db.dealConfirmation.findUnique({ where: { dealId: win.dealId } })).toMatchObject({ by: "merchant" });
  expect(await ofMerchant(ground).progress({ leadId: win.leadId })).toMatchObject({ stage: "won", nextReportAt: null });
  expect(await eventsOf(win.dealId)).toEqual(["deal.reported", "deal.confirmed"]);
});

test("the fee is that of the terms at hand-over, whatever came into force since", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  await newTerms(ground, { rule: { model: "fixed", fixedMinor: 900_00n } });
  const win = await winOf(leadId);
  await ofMerchant(ground).reportWin(win);
  expect((await db.settlement.findUniqueOrThrow({ where: { dealId: win.dealId } })).grossMinor).toBe(1_800_00n);
});

test("a provider's report waits for the merchant, charges nothing, and keeps the lead from being returned", async () => {
  const ground = await trade();
  const win = await reportedByProvider(ground);
  expect(await db.settlement.count({ where: { dealId: win.dealId } })).toBe(0);
  await expect(
    as(ground.merchant.merchant_closer).leads.returnLead({ leadId: win.leadId, reason: "no_intent", proof: REASON }),
  ).rejects.toMatchObject({ message: "lead_is_won" });
  await ofMerchant(ground).confirm({ dealId: win.dealId });
  expect(await db.settlement.count({ where: { dealId: win.dealId } })).toBe(1);
});

test("of fifty confirmations one counts, and one settlement is opened", async () => {
  const ground = await trade();
  const { dealId } = await reportedByProvider(ground);
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => ofMerchant(ground).confirm({ dealId })));
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(await db.settlement.count({ where: { dealId } })).toBe(1);
});

test("confirmed, contested and left to the clock at once, a deal has one outcome", async () => {
  const ground = await trade();
  const { dealId } = await reportedByProvider(ground, "A");
  await pass(8 * DAY_MS);
  const now = await clock.now();
  await Promise.allSettled([
    ofMerchant(ground).confirm({ dealId }),
    answersDue(now),
    ofMerchant(ground).contest({ dealId, reason: REASON }),
    answersDue(now),
  ]);
  const settlements = await db.settlement.count({ where: { dealId } });
  expect([await statusOf(dealId), settlements]).toEqual(settlements === 1 ? ["confirmed", 1] : ["contested", 0]);
});

test("two reports of one lead: one stands, and the same report again is no second one", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  const win = await winOf(leadId);
  const tries = await Promise.allSettled([
    ofMerchant(ground).reportWin(win),
    ofProvider(ground).reportWin(await winOf(leadId)),
    ofMerchant(ground).reportWin(win),
  ]);
  expect(tries.filter((t) => t.status === "rejected").length).toBeGreaterThanOrEqual(1);
  expect(await db.deal.count({ where: { leadId } })).toBe(1);
  const other = await winOf(await acceptedLead(ground));
  await ofMerchant(ground).reportWin(other);
  await ofMerchant(ground).reportWin(other);
  expect(await db.settlement.count({ where: { dealId: other.dealId } })).toBe(1);
});

test.each([
  [{ amount: "-15.00" }, "deal_value_is_no_amount"],
  [{ amount: "0" }, "deal_value_is_nothing"],
  [{ amount: "9,999,999,999.00" }, "deal_fee_is_too_large"],
  [{ currency: "eur" }, "deal_currency_differs"],
  [{ wonOn: "2099-01-01" }, "deal_day_is_ahead"],
])("a report of %o is refused with %s and leaves nothing behind", async (over, code) => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  await expect(ofMerchant(ground).reportWin(await winOf(leadId, over))).rejects.toMatchObject({ message: code });
  expect(await db.deal.count({ where: { leadId } })).toBe(0);
  expect(await db.lead.findUniqueOrThrow({ where: { id: leadId } })).toMatchObject({ wonAt: null });
});

test("an odd report is flagged and goes on", async () => {
  const ground = await trade({ terms: { rule: { model: "fixed", fixedMinor: 900_00n } } });
  const win = await winOf(await acceptedLead(ground), { amount: "50,000,000.00", wonOn: "2020-01-01" });
  await ofMerchant(ground).reportWin(win);
  expect(await db.deal.findUniqueOrThrow({ where: { id: win.dealId } })).toMatchObject({
    status: "confirmed",
    flags: ["dated_before_contact", "absurd_value"],
  });
});

test("only an accepted lead is won; strangers and agents report nothing", async () => {
  const ground = await trade();
  const [waiting, accepted] = [await submittedLead(ground), await acceptedLead(ground)];
  await expect(ofMerchant(ground).reportWin(await winOf(waiting))).rejects.toMatchObject({
    message: "lead_is_not_accepted",
  });
  const stranger = as((await company("merchant")).merchant_owner).deals;
  await expect(stranger.reportWin(await winOf(accepted))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(ground.provider.provider_agent).deals.reportWin(await winOf(accepted))).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const { dealId } = await reportedByProvider(ground);
  for (const act of [
    () => stranger.confirm({ dealId }),
    () => stranger.contest({ dealId, reason: REASON }),
    () => stranger.one({ dealId }),
  ])
    await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test.each(["A", "B"])("silence confirms a report with evidence %s", async (grade) => {
  const ground = await trade();
  const { dealId } = await reportedByProvider(ground, grade);
  await answersDue(await clock.now());
  expect(await statusOf(dealId)).toBe("reported");
  await pass(8 * DAY_MS);
  await answersDue(await clock.now());
  expect(await db.dealConfirmation.findUnique({ where: { dealId } })).toMatchObject({ by: "deemed", userId: null });
  expect(await db.settlement.count({ where: { dealId } })).toBe(1);
});

test.each(["C", "D"])("silence on evidence %s charges nothing: a person is asked", async (grade) => {
  const [ground, platform] = [await trade(), await company("platform")];
  const { dealId } = await reportedByProvider(ground, grade);
  await pass(8 * DAY_MS);
  await answersDue(await clock.now());
  expect(await statusOf(dealId)).toBe("contested");
  expect(await db.settlement.count({ where: { dealId } })).toBe(0);
  const waiting = await as(platform.platform_finance).deals.contested({});
  expect(waiting.rows.map(({ id }) => id)).toContain(dealId);
});

test("finance decides a contested deal: void, it costs nothing and the lead goes on; confirmed, it is settled", async () => {
  const [ground, platform] = [await trade(), await company("platform")];
  const finance = as(platform.platform_finance).deals;
  const [bad, good] = [await reportedByProvider(ground), await reportedByProvider(ground)];
  for (const { dealId } of [bad, good]) await ofMerchant(ground).contest({ dealId, reason: REASON });
  await finance.decideContest({ dealId: bad.dealId, outcome: "void", reason: "There is no contract." });
  await finance.decideContest({ dealId: good.dealId, outcome: "confirmed", reason: "The invoice is there." });
  expect([await statusOf(bad.dealId), await statusOf(good.dealId)]).toEqual(["void", "confirmed"]);
  expect(await db.settlement.count({ where: { dealId: { in: [bad.dealId, good.dealId] } } })).toBe(1);
  expect(await db.lead.findUniqueOrThrow({ where: { id: bad.leadId } })).toMatchObject({ wonAt: null });
  await ofMerchant(ground).reportWin(await winOf(bad.leadId));
  await expect(
    finance.decideContest({ dealId: bad.dealId, outcome: "confirmed", reason: REASON }),
  ).rejects.toMatchObject({ message: "deal_has_moved_on" });
});

test("the provider contests the value of a merchant's report for fourteen days, and the deal stays confirmed", async () => {
  const ground = await trade();
  const [early, late] = [await winOf(await acceptedLead(ground)), await winOf(await acceptedLead(ground))];
  for (const win of [early, late]) await ofMerchant(ground).reportWin(win);
  await expect(ofMerchant(ground).contest({ dealId: early.dealId, reason: REASON })).rejects.toMatchObject({
    message: "deal_is_your_own",
  });
  await ofProvider(ground).contest({ dealId: early.dealId, reason: REASON });
  expect(await statusOf(early.dealId)).toBe("confirmed");
  await expect(ofProvider(ground).contest({ dealId: early.dealId, reason: REASON })).rejects.toMatchObject({
    message: "deal_is_contested",
  });
  await pass(14 * DAY_MS);
  await expect(ofProvider(ground).contest({ dealId: late.dealId, reason: REASON })).rejects.toMatchObject({
    message: "deal_contest_is_late",
  });
});

test("a lost lead that is won after all is opened again on the way", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  await ofMerchant(ground).moveStage({ leadId, to: "lost", reason: "bad_timing" });
  await ofMerchant(ground).reportWin(await winOf(leadId));
  const { moves } = await ofMerchant(ground).progress({ leadId });
  expect(moves.map(({ to }) => to)).toEqual(["lost", "open", "won"]);
});

test("of deals confirmed together under tiers by count, each takes its own place", async () => {
  const tiers = [
    { from: 1n, fee: { fixedMinor: 1_000_00n } },
    { from: 2n, fee: { fixedMinor: 800_00n } },
    { from: 3n, fee: { fixedMinor: 600_00n } },
  ];
  const ground = await trade({ terms: { rule: { model: "tiers_by_count", period: "year", tiers } } });
  const wins = [];
  for (let n = 0; n < 3; n += 1) wins.push(await winOf(await acceptedLead(ground)));
  await Promise.all(wins.map((win) => ofMerchant(ground).reportWin(win)));
  const fees = await db.settlement.findMany({
    where: { programId: ground.programId },
    orderBy: { grossMinor: "desc" },
  });
  expect(fees.map(({ grossMinor }) => grossMinor)).toEqual([1_000_00n, 800_00n, 600_00n]);
});

test("a document makes grade C; it belongs to one report, and only those who may read it open it", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  const file = { leadId, fileName: "contract with Noordkade.pdf", content: Readable.from([Buffer.from("%PDF-1.7\n")]) };
  const evidenceId = await keepEvidence(ground.merchant.merchant_closer, file);
  const win = await winOf(leadId);
  await ofMerchant(ground).reportWin({ ...win, evidenceIds: [evidenceId] });
  expect(await ofMerchant(ground).one({ dealId: win.dealId })).toMatchObject({
    grade: "C",
    evidence: [{ fileName: file.fileName, mayOpen: true, mimeType: "application/pdf" }],
  });
  expect(await ofProvider(ground).one({ dealId: win.dealId })).toMatchObject({
    evidence: [{ fileName: null, mayOpen: false }],
  });
  const again = await winOf(await acceptedLead(ground));
  await expect(ofMerchant(ground).reportWin({ ...again, evidenceIds: [evidenceId] })).rejects.toMatchObject({
    message: "evidence_is_unknown",
  });
});

test("what is no document, is empty, too large, or for a stranger's lead is refused and not kept", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  const keep = (content: Readable, actor = ground.merchant.merchant_closer) =>
    keepEvidence(actor, { leadId, fileName: "x.pdf", content });
  await expect(keep(Readable.from([Buffer.from([0x4d, 0x5a, 0, 1])]))).rejects.toThrow("evidence_is_no_document");
  await expect(keep(Readable.from([]))).rejects.toThrow("evidence_is_empty");
  await expect(keep(Readable.from([Buffer.alloc(10_485_761, "a")]))).rejects.toThrow("file_is_too_large");
  await expect(keep(Readable.from([Buffer.from("text")]), (await company("merchant")).merchant_owner)).rejects.toThrow(
    "lead_is_unknown",
  );
  expect(await db.evidence.count({ where: { leadId } })).toBe(0);
});

test("each side lists its own deals with what they cost or earn", async () => {
  const ground = await trade();
  const win = await winOf(await acceptedLead(ground));
  await ofMerchant(ground).reportWin(win);
  await reportedByProvider(ground);
  const mine = await ofMerchant(ground).list({ status: "confirmed" });
  expect(mine).toMatchObject({
    rows: [{ id: win.dealId, settlement: { minor: 1_800_00n } }],
    counts: { confirmed: 1, reported: 1 },
  });
  expect((await ofProvider(ground).list({ status: "confirmed" })).rows[0]?.settlement?.minor).toBe(1_440_00n);
  expect((await ofMerchant(await trade()).list({})).rows).toEqual([]);
});
