import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SettlementId } from "#server/billing/settlement.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { money } from "#server/kernel/money.ts";
import { DAY_MS, HOUR_MS } from "#server/kernel/time.ts";
import { common, owned } from "#server/ledger/account.ts";
import { balanceOf } from "#server/ledger/balance.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { doAllJobs } from "#server/testing/jobs.ts";
import {
  confirmedDeal,
  connectAccount,
  payableDeal,
  submittedPayout,
  type Traders,
  traders,
} from "#server/testing/money.ts";
import { as, company, member } from "#server/testing/people.ts";
import { pull } from "#server/testing/sandbox-stripe.ts";
import { fault, hearSandboxStripe, kept, passTime, settleDown } from "#server/testing/stripe.ts";
import type { EarningId } from "./earning.ts";
import { endHolds } from "./end-holds.ts";
import type { PayoutId } from "./payout.ts";
import { resumePayouts } from "./resume-payouts.ts";

hearSandboxStripe();
afterEach(expectBooksToBalance);

let maker: Actor;
let checker: Actor;
let second: Actor;
beforeAll(async () => {
  const platform = await company("platform");
  maker = platform.platform_finance;
  checker = await member(platform.id, "platform_finance", await clock.now());
  second = await member(platform.id, "platform_finance", await clock.now());
});

const earningOf = async (settlementId: SettlementId) => {
  const earning = await db.earning.findUniqueOrThrow({ where: { settlementId } });
  return { ...earning, id: earning.id as EarningId };
};
const held = (between: Traders) => balanceOf(owned("provider_payable.held", between.provider.id, "usd"));
const transfersOf = async (settlementId: SettlementId) =>
  (await kept<{ transfer_group: string }>("transfer")).filter((t) => t.transfer_group === settlementId);
const approve = (seen: { payoutId: PayoutId; hash: string }, by: Actor = checker) => as(by).payouts.approve(seen);
const release = (seen: { payoutId: PayoutId; hash: string }, by: Actor = checker) => as(by).payouts.release(seen);
const said = (message: string) => ({ message });

/** Collected, held no more, in a submitted payout. */
async function submitted(fee: Parameters<typeof payableDeal>[1] = {}) {
  const between = await traders();
  const settlementId = await payableDeal(between, fee);
  return { between, settlementId, seen: await submittedPayout(maker, between.provider.id) };
}
async function approved() {
  const all = await submitted();
  await approve(all.seen);
  return all;
}

describe("an earning waits", () => {
  test("for its hold, and for an account that can be paid", async () => {
    const between = await traders();
    const settlementId = await confirmedDeal(between, { holdDays: 7 });
    expect((await earningOf(settlementId)).status).toBe("contingent");
    await settleDown();
    await endHolds(await passTime(6 * DAY_MS));
    expect((await earningOf(settlementId)).status).toBe("held");
    const { account } = await as(between.provider.provider_owner).payouts.account();
    const { stripeAccountId } = await db.payoutAccount.findUniqueOrThrow({ where: { id: account?.id ?? "" } });
    await pull(`accounts/${stripeAccountId}/capability`, { payouts: "restricted" });
    await settleDown();
    await endHolds(await passTime(2 * DAY_MS));
    expect((await earningOf(settlementId)).status).toBe("held");
    await pull(`accounts/${stripeAccountId}/capability`, { payouts: "active" });
    await settleDown();
    await endHolds(await clock.now());
    expect((await earningOf(settlementId)).status).toBe("in_review");
    await endHolds(await clock.now());
  });

  test("while finance holds it back, however long, and goes on when it is let go", async () => {
    const { between, settlementId, seen } = await submitted();
    const { id: earningId } = await earningOf(settlementId);
    await as(checker).payouts.holdBack({ earningId, reason: "The evidence looks copied" });
    expect((await earningOf(settlementId)).status).toBe("frozen");
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "cancelled" });
    await expect(approve(seen)).rejects.toMatchObject(said("payout_is_elsewhere"));
    await endHolds(await passTime(30 * DAY_MS));
    expect((await earningOf(settlementId)).status).toBe("frozen");
    await as(checker).payouts.letGo({ earningId, resolution: "The original was shown" });
    await endHolds(await clock.now());
    expect((await earningOf(settlementId)).status).toBe("in_review");
    await expect(as(checker).payouts.letGo({ earningId, resolution: "again" })).rejects.toMatchObject(
      said("earning_is_not_held_back"),
    );
    expect(await held(between)).toEqual(money(8_000n, "usd"));
  });
});

describe("two people for money that leaves", () => {
  test("a payout is not approved or released by its maker, by somebody it pays, or without finance's role", async () => {
    const { between, seen } = await submitted();
    await expect(approve(seen, maker)).rejects.toMatchObject(said("payout_is_yours"));
    const payee = await member((await company("platform")).id, "platform_finance", await clock.now());
    await db.membership.create({
      data: {
        organisationId: between.provider.id,
        userId: payee.userId,
        role: "provider_owner",
        since: await clock.now(),
      },
    });
    await expect(approve(seen, payee)).rejects.toMatchObject(said("payout_pays_you"));
    for (const actor of [between.provider.provider_owner, between.merchant.merchant_owner])
      await expect(approve(seen, actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(release(seen)).rejects.toMatchObject(said("payout_is_elsewhere"));
    await approve(seen);
    await expect(release(seen, maker)).rejects.toMatchObject(said("payout_is_yours"));
    await expect(release(seen, payee)).rejects.toMatchObject(said("payout_pays_you"));
  });

  test("an approval is of what was seen: another hash is refused, and a line that leaves drops the approvals", async () => {
    const between = await traders();
    const ids = [await confirmedDeal(between), await confirmedDeal(between)];
    await settleDown();
    await endHolds(await passTime(8 * DAY_MS));
    const seen = await submittedPayout(maker, between.provider.id);
    await expect(approve({ ...seen, hash: "0".repeat(64) })).rejects.toMatchObject(said("payout_has_changed"));
    await approve(seen);
    const { id: earningId } = await earningOf(ids[0] ?? "stl_");
    await as(maker).payouts.takeLineOut({ payoutId: seen.payoutId, earningId, reason: "Asked the merchant first" });
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({
      status: "submitted",
      total: money(8_000n, "usd"),
      approvals: [{ dropped: true }],
    });
    await expect(release(seen)).rejects.toMatchObject(said("payout_is_elsewhere"));
    await expect(approve(seen)).rejects.toMatchObject(said("payout_has_changed"));
    const now = await as(checker).payouts.one({ payoutId: seen.payoutId });
    await approve({ payoutId: seen.payoutId, hash: now.hash });
    await release({ payoutId: seen.payoutId, hash: now.hash });
    await settleDown();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "completed" });
    expect(await transfersOf(ids[0] ?? "stl_")).toEqual([]);
    expect((await earningOf(ids[0] ?? "stl_")).status).toBe("in_review");
  });

  test("from 5,000.00 on two people approve, and one of them twice is one", async () => {
    const { seen } = await submitted({ minor: 700_000n });
    await approve(seen);
    await expect(release(seen)).rejects.toMatchObject(said("payout_is_elsewhere"));
    await expect(approve(seen)).rejects.toMatchObject(said("payout_is_approved_by_you"));
    await approve(seen, second);
    await release(seen, second);
    await settleDown();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "completed" });
  });

  test("of fifty approvals at once one counts, and of fifty releases one lets the money go", async () => {
    const { seen, settlementId } = await submitted();
    const approvals = await Promise.allSettled(Array.from({ length: 50 }, () => approve(seen)));
    expect(approvals.filter((a) => a.status === "fulfilled")).toHaveLength(1);
    const releases = await Promise.allSettled(Array.from({ length: 50 }, () => release(seen)));
    expect(releases.filter((r) => r.status === "fulfilled")).toHaveLength(1);
    await settleDown();
    expect(await transfersOf(settlementId)).toHaveLength(1);
  });

  test("an earning is in one payout: of eight at once one is made, and the same wish again is the same payout", async () => {
    const between = await traders();
    await payableDeal(between);
    const wish = { providerId: between.provider.id, currency: "usd" as const };
    const made = await Promise.allSettled(
      Array.from({ length: 8 }, () => as(maker).payouts.make({ payoutId: newId("pay"), ...wish })),
    );
    expect(made.filter((m) => m.status === "fulfilled")).toHaveLength(1);
    const { rows } = await as(maker).payouts.list({ status: ["draft"] });
    const payoutId = rows.find((row) => row.provider.id === between.provider.id)?.id as PayoutId;
    await as(maker).payouts.make({ payoutId, ...wish });
    await expect(as(checker).payouts.make({ payoutId, ...wish })).rejects.toMatchObject(said("payout_is_unknown"));
    await expect(as(checker).payouts.submit({ payoutId })).rejects.toMatchObject(said("payout_has_another_maker"));
    await as(maker).payouts.cancel({ payoutId, reason: "Made in error" });
    await expect(as(maker).payouts.cancel({ payoutId, reason: "Made in error" })).rejects.toMatchObject(
      said("payout_is_elsewhere"),
    );
    await as(maker).payouts.make({ payoutId: newId("pay"), ...wish });
  });

  test("a provider's people see their own earnings and no payout of others", async () => {
    const { between, settlementId } = await submitted();
    const mine = as(between.provider.provider_manager);
    expect((await mine.payouts.myEarnings({})).rows).toHaveLength(1);
    expect(await mine.payouts.myEarningSums()).toMatchObject([{ currency: "usd" }]);
    expect(await mine.billing.whyThisEarning({ settlementId })).toMatchObject({ share: money(8_000n, "usd") });
    const other = as((await company("provider")).provider_owner);
    expect((await other.payouts.myEarnings({})).rows).toEqual([]);
    await expect(other.billing.whyThisEarning({ settlementId })).rejects.toMatchObject(said("settlement_is_unknown"));
    await expect(other.payouts.list({})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(as(between.provider.provider_agent).payouts.myEarnings({})).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("at the release everything is looked at again", () => {
  test("an account that was restricted since", async () => {
    const { between, seen } = await approved();
    await restrict(between, "restricted");
    await expect(release(seen)).rejects.toMatchObject(said("payout_account_is_not_ready"));
    await restrict(between, "active");
    await release(seen);
  });

  test("something that stands against an earning since", async () => {
    const { settlementId, seen } = await approved();
    const { id: earningId } = await earningOf(settlementId);
    const openedAt = await clock.now();
    await db.earningBlock.create({
      data: { id: newId("blk"), earningId, kind: "chargeback", reason: "dp_1", openedAt },
    });
    await expect(release(seen)).rejects.toMatchObject(said("payout_holds_blocked"));
    await db.earningBlock.updateMany({ where: { earningId }, data: { resolvedAt: openedAt } });
    await release(seen);
  });

  test("an account that was replaced since", async () => {
    const { between, seen } = await approved();
    await db.payoutAccount.updateMany({
      where: { providerId: between.provider.id },
      data: { closedAt: await clock.now() },
    });
    await expect(release(seen)).rejects.toMatchObject(said("payout_account_is_not_ready"));
    await connectAccount(between.provider.provider_owner);
    await expect(release(seen)).rejects.toMatchObject(said("payout_account_is_not_ready"));
  });

  test("a ledger that does not hold what is owed pauses every payout of its currency", async () => {
    const { seen } = await approved();
    const drain = (from: "bank" | "stripe_balance") =>
      inTransaction((tx) =>
        transfer(tx, [
          {
            debit: common(from === "bank" ? "stripe_balance" : "bank", "usd"),
            credit: common(from, "usd"),
            amount: money(10n ** 9n, "usd"),
            cause: `test:${newId("x")}`,
          },
        ]),
      );
    await drain("stripe_balance");
    await expect(release(seen)).rejects.toMatchObject(said("payouts_are_paused"));
    await drain("bank");
    await db.ledgerAccount.update({ where: { name: "bank:usd" }, data: { debitsMinor: { increment: 1n } } });
    await expect(release(seen)).rejects.toMatchObject(said("payouts_are_paused"));
    await db.ledgerAccount.update({ where: { name: "bank:usd" }, data: { debitsMinor: { decrement: 1n } } });
    await release(seen);
  });
});

describe("whatever breaks between Lode and Stripe, a provider is paid once", () => {
  test.each(["drop_after_commit", "500_after_commit", "500_before", "truncate_body", "429", "webhook_before_response"])(
    "%s at the transfer",
    async (action) => {
      const { seen, settlementId } = await approved();
      await fault(action, "POST", "/v1/transfers$");
      await release(seen);
      await settleDown();
      expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "completed" });
      expect(await transfersOf(settlementId)).toHaveLength(1);
    },
  );

  test("an answer lost for twenty-five hours is found by the transfer's group", async () => {
    const { seen, settlementId } = await approved();
    await fault("truncate_body", "POST", "/v1/transfers$");
    await fault("500_before", "GET", "/v1/transfers$");
    await release(seen);
    await doAllJobs();
    expect((await earningOf(settlementId)).status).toBe("transferring");
    await resumePayouts(await passTime(25 * HOUR_MS));
    await settleDown();
    expect((await earningOf(settlementId)).status).toBe("transferred");
    expect(await transfersOf(settlementId)).toHaveLength(1);
  });

  test("the account is restricted between release and transfer: nothing is sent, a person looks, and it goes on", async () => {
    const { between, seen, settlementId } = await approved();
    await release(seen);
    await pull(`accounts/${await stripeAccountOf(between)}/capability`, { status: "restricted" });
    await doAllJobs();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({
      status: "partially_failed",
      lines: [{ status: "approved", blocks: [{ kind: "account" }] }],
    });
    expect(await transfersOf(settlementId)).toEqual([]);
    await expect(as(maker).payouts.retry({ payoutId: seen.payoutId })).rejects.toMatchObject(said("payout_is_yours"));
    await restrict(between, "active");
    await as(checker).payouts.retry({ payoutId: seen.payoutId });
    await settleDown();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({ status: "completed" });
    expect(await transfersOf(settlementId)).toHaveLength(1);
  });

  test("what was released but not sent can be taken back", async () => {
    const { between, seen, settlementId } = await approved();
    await release(seen);
    await pull(`accounts/${await stripeAccountOf(between)}/capability`, { status: "restricted" });
    await doAllJobs();
    const { id: earningId } = await earningOf(settlementId);
    await as(checker).payouts.holdBack({ earningId, reason: "The account is in question" });
    expect(await held(between)).toEqual(money(8_000n, "usd"));
    await restrict(between, "active");
  });

  test("a transfer that Stripe refuses is told, and the money is where it was", async () => {
    const { between, seen, settlementId } = await approved();
    await db.earning.updateMany({ where: { settlementId }, data: { stripeChargeId: "ch_unknown" } });
    await release(seen);
    await settleDown();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({
      status: "partially_failed",
      lines: [{ status: "approved", attempts: [{ n: 1, status: "refused" }] }],
    });
    expect(await balanceOf(owned("provider_payable.released", between.provider.id, "usd"))).toEqual(
      money(8_000n, "usd"),
    );
    const { stripeChargeId } = await db.collection.findFirstOrThrow({
      where: { settlements: { some: { id: settlementId } } },
    });
    await db.earning.updateMany({ where: { settlementId }, data: { stripeChargeId } });
    await as(checker).payouts.retry({ payoutId: seen.payoutId });
    await settleDown();
    expect(await as(maker).payouts.one({ payoutId: seen.payoutId })).toMatchObject({
      status: "completed",
      lines: [{ attempts: [{ n: 1 }, { n: 2, status: "succeeded" }] }],
    });
  });
});

describe("a provider connects its account", () => {
  test("only where Stripe pays providers, and eight times at once is one account", async () => {
    const provider = await company("provider");
    const owner = as(provider.provider_owner).payouts;
    await expect(owner.connectAccount({ country: "CN" })).rejects.toMatchObject(said("country_is_not_paid"));
    await expect(as(provider.provider_manager).payouts.connectAccount({ country: "US" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(owner.refreshAccount()).rejects.toMatchObject(said("payout_account_is_unknown"));
    await Promise.all(Array.from({ length: 8 }, () => owner.connectAccount({ country: "DE" })));
    await settleDown();
    expect(await db.payoutAccount.count({ where: { providerId: provider.id } })).toBe(1);
    expect(await owner.account()).toMatchObject({ account: { ready: false, isKnownToStripe: true } });
  });

  test("and a lost answer makes no second one", async () => {
    const provider = await company("provider");
    await fault("drop_after_commit", "POST", "/v2/core/accounts$");
    await connectAccount(provider.provider_owner);
    const accounts = await kept<{ metadata: { provider_id?: string } }>("v2.core.account");
    expect(accounts.filter((a) => a.metadata.provider_id === provider.id)).toHaveLength(1);
    expect(await as(provider.provider_owner).payouts.account()).toMatchObject({ account: { ready: true } });
  });
});

async function stripeAccountOf(between: Traders): Promise<string> {
  const account = await db.payoutAccount.findFirstOrThrow({
    where: { providerId: between.provider.id, closedAt: null },
  });
  return account.stripeAccountId ?? "";
}

async function restrict(between: Traders, status: "restricted" | "active"): Promise<void> {
  await pull(`accounts/${await stripeAccountOf(between)}/capability`, { status });
  await settleDown();
}
