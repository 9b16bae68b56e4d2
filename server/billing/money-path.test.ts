import { afterEach, expect, test } from "vitest";
import { money } from "#server/kernel/money.ts";
import { common, owned } from "#server/ledger/account.ts";
import { balanceOf } from "#server/ledger/balance.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { payableDeal, submittedPayout, traders } from "#server/testing/money.ts";
import { as, company, member } from "#server/testing/people.ts";
import { hearSandboxStripe, kept, settleDown } from "#server/testing/stripe.ts";

hearSandboxStripe();
afterEach(expectBooksToBalance);

test("a confirmed deal is charged once, held, checked by a second person, and the provider gets the fee less the take rate", async () => {
  const between = await traders();
  const { merchant, provider } = between;
  const platform = await company("platform");
  const checker = await member(platform.id, "platform_finance", await clock.now());

  const settlementId = await payableDeal(between);
  expect(await as(merchant.merchant_owner).billing.mySettlement({ settlementId })).toMatchObject({
    status: "collected",
    gross: money(10_000n, "usd"),
    share: money(8_000n, "usd"),
    collection: { attempts: [{ n: 1, outcome: "succeeded" }] },
  });
  expect(await balanceOf(owned("provider_payable.held", provider.id, "usd"))).toEqual(money(8_000n, "usd"));
  expect(await balanceOf(common("processing_fees", "usd"))).toEqual(money(320n, "usd"));

  const { payoutId, hash } = await submittedPayout(platform.platform_finance, provider.id);
  await as(checker).payouts.approve({ payoutId, hash });
  await as(checker).payouts.release({ payoutId, hash });
  await settleDown();

  expect(await as(checker).payouts.one({ payoutId })).toMatchObject({
    status: "completed",
    lines: [{ status: "transferred" }],
  });
  expect(await balanceOf(owned("provider_payable.held", provider.id, "usd"))).toEqual(money(0n, "usd"));
  expect(await balanceOf(common("stripe_balance", "usd"))).toEqual(money(1_680n, "usd"));
  expect(await balanceOf(common("platform_revenue", "usd"))).toEqual(money(2_000n, "usd"));
  const [transfer, ...more] = await kept<{ amount: number; transfer_group: string; metadata: object }>("transfer");
  expect(more).toEqual([]);
  expect(transfer).toMatchObject({ amount: 8_000, transfer_group: settlementId, metadata: { payout_id: payoutId } });
  expect(await db.stripeCall.count({ where: { status: { not: "succeeded" } } })).toBe(0);
});
