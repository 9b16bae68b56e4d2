import { afterEach, expect, test } from "vitest";
import { DealId } from "#server/deals/deal.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, dayIn } from "#server/kernel/time.ts";
import { LeadId } from "#server/leads/lead.ts";
import { endHolds } from "#server/payouts/end-holds.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { expectBooksToBalance } from "./books.ts";
import { connectAccount, saveCard, submittedPayout } from "./money.ts";
import { as, company, member } from "./people.ts";
import { hearSandboxStripe, kept, passTime, settleDown } from "./stripe.ts";
import { qualifiedProspect, trade } from "./trade.ts";

const AT_ONCE = 50;
const HOLD_MS = 61 * DAY_MS;

hearSandboxStripe();
afterEach(expectBooksToBalance);

/** Fifty hands at once; how many of them moved something. */
async function race(hand: () => Promise<unknown>): Promise<number> {
  const tries = await Promise.allSettled(Array.from({ length: AT_ONCE }, hand));
  return tries.filter(({ status }) => status === "fulfilled").length;
}

test("one lead goes the whole way though fifty hands reach for it at every step: one fee, one charge, one transfer", async () => {
  const ground = await trade();
  const platform = await company("platform");
  const checker = as(await member(platform.id, "platform_finance", await clock.now()));
  const [merchant, agent, manager] = [
    as(ground.merchant.merchant_closer),
    as(ground.provider.provider_agent),
    as(ground.provider.provider_manager),
  ];
  await saveCard(ground.merchant.merchant_owner);
  await connectAccount(ground.provider.provider_owner);

  const prospectId = await qualifiedProspect(ground);
  expect(await race(() => agent.leads.handOver({ leadId: newId("lead"), prospectId, summary: "" }))).toBe(1);
  const { rows } = await merchant.leads.inbox({});
  const leadId = LeadId.parse(rows[0]?.id);
  expect(await race(() => merchant.leads.accept({ leadId }))).toBe(1);

  const wonOn = dayIn("UTC", await clock.now());
  const win = () => ({ dealId: newId("deal"), leadId, amount: "1,000.00", currency: "usd", wonOn });
  expect(await race(() => manager.deals.reportWin(win()))).toBe(1);
  const dealId = DealId.parse((await db.deal.findFirstOrThrow({ where: { leadId } })).id);
  expect(await race(() => merchant.deals.confirm({ dealId }))).toBe(1);
  await settleDown();
  expect(await kept("charge")).toMatchObject([{ amount: 50_000, status: "succeeded" }]);

  await endHolds(await passTime(HOLD_MS));
  const seen = await submittedPayout(platform.platform_finance, ground.provider.id);
  expect(await race(() => checker.payouts.approve(seen))).toBe(1);
  expect(await race(() => checker.payouts.release(seen))).toBe(1);
  await settleDown();
  expect(await kept("transfer")).toMatchObject([{ amount: 40_000 }]);
  expect(await checker.payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "completed" });
}, 60_000);
