import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { dayIn } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { as, company } from "#server/testing/people.ts";
import { acceptedLead, submittedLead, trade } from "#server/testing/trade.ts";

test("the merchant's home counts what a customer cost and how far leads of each source came", async () => {
  const ground = await trade();
  await submittedLead(ground);
  const leadId = await acceptedLead(ground);
  const wonOn = dayIn("UTC", await clock.now());
  const win = { dealId: newId("deal"), leadId, amount: "15,000.00", currency: "usd", wonOn } as const;
  await as(ground.merchant.merchant_closer).deals.reportWin(win);
  const figures = await as(ground.merchant.merchant_owner).insight.merchantFigures();
  expect(figures.months).toEqual([{ currency: "usd", month: wonOn.slice(0, 7), customers: 1, minor: 1_800_00n }]);
  expect(figures.funnel).toMatchObject([{ handedOver: 2, accepted: 1, contacted: 1, meeting: 1, proposal: 1, won: 1 }]);
  const stranger = await company("merchant");
  expect(await as(stranger.merchant_owner).insight.merchantFigures()).toMatchObject({
    paid: [],
    months: [],
    funnel: [],
  });
});

test("first steps tick themselves from what is there", async () => {
  const ground = await trade();
  const done = async () =>
    (await as(ground.merchant.merchant_owner).insight.merchantSteps())
      .filter((step) => step.done)
      .map(({ key }) => key);
  expect(await done()).toEqual(["program", "publish", "provider"]);
  await acceptedLead(ground);
  expect(await done()).toContain("decide");
  const fresh = await company("provider");
  expect((await as(fresh.provider_owner).insight.providerSteps()).every((step) => !step.done)).toBe(true);
});

test("a provider sees what waits, an agent what of it is its own", async () => {
  const ground = await trade();
  await submittedLead(ground);
  expect(await as(ground.provider.provider_agent).insight.providerWaits()).toMatchObject({
    waiting: 1,
    reported: 0,
    appealable: 0,
  });
  expect(await as((await company("provider")).provider_agent).insight.providerWaits()).toMatchObject({
    waiting: 0,
    due: 0,
  });
});
