import { expect, test } from "vitest";
import { DAY_MS } from "#server/kernel/time.ts";
import { db } from "#server/platform/db.ts";
import { as, company } from "#server/testing/people.ts";
import { acceptedLead, eventsOf, pass, submittedLead, trade } from "#server/testing/trade.ts";

test("a lead moves through its stages, and each move puts off the next word that is owed", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  const merchant = as(ground.merchant.merchant_closer).deals;
  const owed = async () => (await db.lead.findUniqueOrThrow({ where: { id: leadId } })).nextReportAt?.getTime() ?? 0;
  const first = await owed();
  await pass(DAY_MS);
  await merchant.moveStage({ leadId, to: "meeting" });
  expect(await owed()).toBeGreaterThan(first);
  await merchant.moveStage({ leadId, to: "lost", reason: "no_budget" });
  expect(await owed()).toBe(0);
  expect(await as(ground.provider.provider_agent).deals.progress({ leadId })).toMatchObject({
    stage: "lost",
    reason: "no_budget",
    next: ["open"],
  });
  expect(await eventsOf(leadId)).toEqual(["lead.handed_over", "lead.accepted", "stage.moved", "stage.moved"]);
});

test("a move that the table does not list is refused, and so is a loss without a reason", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  const merchant = as(ground.merchant.merchant_closer).deals;
  await merchant.moveStage({ leadId, to: "proposal" });
  await expect(merchant.moveStage({ leadId, to: "contacted" })).rejects.toMatchObject({ message: "stage_cannot_move" });
  await expect(merchant.moveStage({ leadId, to: "lost" })).rejects.toMatchObject({ message: "stage_needs_a_reason" });
  expect(await db.stageMove.count({ where: { leadId } })).toBe(1);
});

test("only an accepted lead has stages, only its merchant moves them, and a stranger's lead is unknown", async () => {
  const ground = await trade();
  const [waiting, accepted] = [await submittedLead(ground), await acceptedLead(ground)];
  const move = { to: "contacted" } as const;
  await expect(as(ground.merchant.merchant_closer).deals.moveStage({ leadId: waiting, ...move })).rejects.toMatchObject(
    { message: "lead_is_not_accepted" },
  );
  await expect(as(ground.provider.provider_owner).deals.moveStage({ leadId: accepted, ...move })).rejects.toMatchObject(
    { code: "FORBIDDEN" },
  );
  const stranger = await company("merchant");
  await expect(as(stranger.merchant_owner).deals.moveStage({ leadId: accepted, ...move })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("no change is word too", async () => {
  const ground = await trade();
  const leadId = await acceptedLead(ground);
  await pass(12 * DAY_MS);
  const merchant = as(ground.merchant.merchant_closer).deals;
  expect((await merchant.reportsDue()).rows.map(({ id }) => id)).toEqual([leadId]);
  await merchant.reportNoChange({ leadId });
  expect((await merchant.reportsDue()).count).toBe(0);
  await merchant.moveStage({ leadId, to: "lost", reason: "competitor" });
  await expect(merchant.reportNoChange({ leadId })).rejects.toMatchObject({ message: "stage_owes_no_report" });
});

test("the pipeline shows each accepted lead once, in its column", async () => {
  const ground = await trade();
  const [open, met] = [await acceptedLead(ground), await acceptedLead(ground)];
  await submittedLead(ground);
  const merchant = as(ground.merchant.merchant_closer).deals;
  await merchant.moveStage({ leadId: met, to: "meeting" });
  const { columns } = await merchant.pipeline({});
  const shown = Object.fromEntries(columns.map(({ stage, cards }) => [stage, cards.map(({ id }) => id)]));
  expect(shown).toMatchObject({ open: [open], meeting: [met], won: [] });
});
