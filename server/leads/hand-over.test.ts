import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { eventsOf, newTerms, qualifiedProspect, submittedLead, trade } from "#server/testing/trade.ts";
import type { LeadId } from "./lead.ts";

const aLead = (): LeadId => newId("lead");

test("a prospect handed over is a lead with a review clock of the merchant's business days, and both sides' books know it", async () => {
  const ground = await trade({ zone: "Asia/Shanghai" });
  const leadId = await submittedLead(ground, {}, "Audit in March.");
  const lead = await db.lead.findUniqueOrThrow({ where: { id: leadId } });
  expect(lead).toMatchObject({
    status: "submitted",
    merchantId: ground.merchant.id,
    termsVersionId: ground.termsVersionId,
    score: 86,
    summary: "Audit in March.",
    consentBasis: "legitimate_interest",
  });
  expect(lead.reviewDueAt.getTime() - lead.handedOverAt.getTime()).toBeGreaterThanOrEqual(3 * 86_400_000);
  expect(await eventsOf(leadId)).toEqual(["lead.handed_over"]);
  expect((await db.prospect.findUniqueOrThrow({ where: { id: lead.prospectId } })).status).toBe("handed_over");
});

test("of fifty hands that reach for one prospect, one hands it over", async () => {
  const ground = await trade();
  const prospectId = await qualifiedProspect(ground);
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, () =>
      as(ground.provider.provider_agent).leads.handOver({ leadId: aLead(), prospectId, summary: "" }),
    ),
  );
  expect(tries.filter((t) => t.status === "fulfilled")).toHaveLength(1);
  expect(await db.lead.count({ where: { prospectId } })).toBe(1);
});

test("the same request again changes nothing and is no error, at once or later", async () => {
  const ground = await trade();
  const input = { leadId: aLead(), prospectId: await qualifiedProspect(ground), summary: "" };
  const ask = () => as(ground.provider.provider_agent).leads.handOver(input);
  await Promise.all([ask(), ask(), ask()]);
  await ask();
  expect(await eventsOf(input.leadId)).toEqual(["lead.handed_over"]);
});

test("an id that another provider's lead bears is unknown", async () => {
  const [mine, theirs] = [await trade(), await trade()];
  const leadId = await submittedLead(theirs);
  const prospectId = await qualifiedProspect(mine);
  await expect(
    as(mine.provider.provider_agent).leads.handOver({ leadId, prospectId, summary: "" }),
  ).rejects.toMatchObject({ message: "lead_is_unknown" });
  expect((await db.prospect.findUniqueOrThrow({ where: { id: prospectId } })).status).toBe("qualified");
});

test("a stranger's prospect is unknown, and a merchant may not hand over", async () => {
  const ground = await trade();
  const prospectId = await qualifiedProspect(ground);
  const stranger = await company("provider");
  const input = { leadId: aLead(), prospectId, summary: "" };
  await expect(as(stranger.provider_owner).leads.handOver(input)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(as(ground.merchant.merchant_owner).leads.handOver(input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await db.lead.count({ where: { prospectId } })).toBe(0);
});

test("a summary that is too long is refused and nothing changes", async () => {
  const ground = await trade();
  const prospectId = await qualifiedProspect(ground);
  const input = { leadId: aLead(), prospectId, summary: "x".repeat(1001) };
  await expect(as(ground.provider.provider_agent).leads.handOver(input)).rejects.toMatchObject({ code: "BAD_REQUEST" });
  expect((await db.prospect.findUniqueOrThrow({ where: { id: prospectId } })).status).toBe("qualified");
});

test("terms are frozen at hand-over: a new version changes the next lead, not this one", async () => {
  const ground = await trade();
  const before = await submittedLead(ground);
  const next = await newTerms(ground, { rule: { model: "fixed", fixedMinor: 900_00n }, reviewBusinessDays: 1 });
  const after = await submittedLead(ground);
  const seen = as(ground.merchant.merchant_owner).leads;
  expect(await seen.received({ leadId: before })).toMatchObject({
    terms: { id: ground.termsVersionId },
    cost: { rule: { model: "percent" } },
  });
  expect(await seen.received({ leadId: after })).toMatchObject({
    terms: { id: next },
    cost: { rule: { model: "fixed" }, toMinor: 900_00n },
  });
  await expect(db.$executeRaw`update lead set terms_version_id = ${next} where id = ${before}`).rejects.toThrow(
    /frozen/,
  );
});
