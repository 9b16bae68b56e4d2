import { afterEach, describe, expect, test } from "vitest";
import type { SettlementId } from "#server/billing/settlement.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { money } from "#server/kernel/money.ts";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "#server/kernel/time.ts";
import { owned } from "#server/ledger/account.ts";
import { balanceOf } from "#server/ledger/balance.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { stripe } from "#server/platform/stripe.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { doAllJobs } from "#server/testing/jobs.ts";
import { CARD, confirmedDeal, fillIn, saveCard, traders } from "#server/testing/money.ts";
import { as, company } from "#server/testing/people.ts";
import { fault, hearSandboxStripe, kept, passTime, settleDown } from "#server/testing/stripe.ts";
import { CollectionId } from "./collection.ts";
import { retriesDue } from "./retries-due.ts";
import { voidSettlement } from "./void-settlement.ts";

hearSandboxStripe();
afterEach(expectBooksToBalance);

const collectionOf = async (settlementId: SettlementId) => {
  const { collection } = await db.settlement.findUniqueOrThrow({
    where: { id: settlementId },
    include: { collection: { include: { attempts: { orderBy: { n: "asc" } } } } },
  });
  if (!collection) throw new Error("not collected");
  return collection;
};
const chargesOf = async (settlementId: SettlementId) => {
  const { stripePaymentIntentId } = await collectionOf(settlementId);
  const all = await kept<{ payment_intent: string; status: string }>("charge");
  return all.filter((charge) => charge.payment_intent === stripePaymentIntentId).map((charge) => charge.status);
};
const theCollection = async (id: SettlementId) => CollectionId.parse((await collectionOf(id)).id);

describe("whatever breaks between Lode and Stripe, a merchant is charged once", () => {
  test.each([
    ["drop_after_commit", "/v1/payment_intents$"],
    ["drop_after_commit", "/confirm$"],
    ["500_after_commit", "/v1/payment_intents$"],
    ["500_after_commit", "/confirm$"],
    ["500_before", "/v1/payment_intents$"],
    ["500_before", "/confirm$"],
    ["truncate_body", "/confirm$"],
    ["429", "/confirm$"],
    ["webhook_before_response", "/confirm$"],
  ])("%s at %s", async (action, path) => {
    const between = await traders();
    const settlementId = await confirmedDeal(between);
    await fault(action, "POST", path);
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "collected",
      attempts: [{ outcome: "succeeded" }],
    });
    expect(await chargesOf(settlementId)).toEqual(["succeeded"]);
  });

  test("the worker dies between Stripe's yes and our commit", async () => {
    const between = await traders();
    const settlementId = await confirmedDeal(between);
    await fault("500_before", "POST", "/confirm$");
    await doAllJobs();
    const { id, stripePaymentIntentId, attempts } = await collectionOf(settlementId);
    expect(attempts).toMatchObject([{ n: 1, endedAt: null }]);
    const method = await db.paymentMethod.findFirstOrThrow({ where: { merchantId: between.merchant.id } });
    await stripe.paymentIntents.confirm(
      stripePaymentIntentId ?? "",
      { payment_method: method.stripePaymentMethodId, off_session: true },
      { idempotencyKey: `payment_intent.confirm:${attempts[0]?.id}:1` },
    );
    await db.$executeRaw`update stripe_call set status = 'pending' where subject_id = ${attempts[0]?.id}`;
    await retriesDue(await passTime(5 * MINUTE_MS));
    await settleDown();
    expect(await chargesOf(settlementId)).toEqual(["succeeded"]);
    expect((await collectionOf(settlementId)).id).toBe(id);
  });

  test("an answer lost for twenty-five hours is looked up, not asked for under a new key", async () => {
    const between = await traders();
    const settlementId = await confirmedDeal(between);
    await fault("truncate_body", "POST", "/confirm$");
    await fault("500_before", "GET", "/v1/payment_intents/pi_");
    await doAllJobs();
    expect(await collectionOf(settlementId)).toMatchObject({ status: "collecting" });
    await passTime(25 * HOUR_MS);
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({ status: "collected" });
    expect(await chargesOf(settlementId)).toEqual(["succeeded"]);
    expect(await db.stripeCall.count({ where: { operation: "payment_intent.confirm", attempt: { gt: 1 } } })).toBe(0);
  });

  test("the same job done eight times at once", async () => {
    const between = await traders();
    const settlementId = await confirmedDeal(between);
    await doAllJobs();
    await Promise.all(Array.from({ length: 8 }, () => doAllJobs()));
    await settleDown();
    expect(await chargesOf(settlementId)).toEqual(["succeeded"]);
    expect(await balanceOf(owned("merchant_receivable", between.merchant.id, "usd"))).toEqual(money(0n, "usd"));
  });
});

describe("a declined charge is seen, worded, and never charged twice", () => {
  test.each([
    ["generic_decline", "retry_scheduled"],
    ["insufficient_funds", "retry_scheduled"],
    ["processing_error", "retry_scheduled"],
    ["lost_card", "action_required"],
    ["expired_card", "action_required"],
    ["fraudulent", "action_required"],
    ["authentication_required", "action_required"],
  ])("%s leads to %s", async (code, status) => {
    const between = await traders();
    await script(between.merchant.id, code);
    const settlementId = await confirmedDeal(between);
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status,
      declineCode: code,
      attempts: [{ outcome: "declined", declineCode: code }],
    });
    expect(await chargesOf(settlementId)).toEqual(["failed"]);
    expect(await as(between.merchant.merchant_closer).billing.mySettlement({ settlementId })).toMatchObject({ status });
  });

  test("a soft decline is tried again after one, three and seven days, and then a person is asked", async () => {
    const between = await traders({ card: CARD.declinesWhenCharged });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    for (const days of [1, 3, 7]) {
      expect(await collectionOf(settlementId)).toMatchObject({ status: "retry_scheduled" });
      await retriesDue(await passTime(days * DAY_MS - MINUTE_MS));
      await settleDown();
      expect((await collectionOf(settlementId)).status).toBe("retry_scheduled");
      await retriesDue(await passTime(2 * MINUTE_MS));
      await settleDown();
    }
    const { status, attempts } = await collectionOf(settlementId);
    expect(status).toBe("action_required");
    expect(attempts.map((a) => a.n)).toEqual([1, 2, 3, 4]);
  });

  test("the worker dies after a decline: the decline is written down, and the card is not asked again", async () => {
    const between = await traders({ card: CARD.declinesWhenCharged });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    const { id, attempts } = await collectionOf(settlementId);
    await db.collectionAttempt.update({ where: { id: attempts[0]?.id ?? "" }, data: { endedAt: null, outcome: null } });
    await db.collection.update({
      where: { id },
      data: { status: "collecting", nextAttemptAt: null, declineCode: null },
    });
    await db.settlement.update({ where: { id: settlementId }, data: { status: "collecting" } });
    await retriesDue(await passTime(5 * MINUTE_MS));
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "retry_scheduled",
      declineCode: "generic_decline",
    });
    expect(await chargesOf(settlementId)).toEqual(["failed"]);
  });

  test("a new payment method is tried at once", async () => {
    const between = await traders({ card: CARD.declinesWhenCharged });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    await saveCard(between.merchant.merchant_owner);
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "collected",
      attempts: [{ outcome: "declined" }, { outcome: "succeeded" }],
    });
    expect(await chargesOf(settlementId)).toEqual(["failed", "succeeded"]);
  });

  test("without a payment method nothing is charged until one is saved", async () => {
    const between = await traders({ card: null });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "action_required",
      declineCode: "no_payment_method",
    });
    await saveCard(between.merchant.merchant_owner);
    expect(await collectionOf(settlementId)).toMatchObject({ status: "collected" });
  });
});

describe("when the bank asks for the card's owner", () => {
  const asked = async () => {
    const between = await traders({ card: CARD.asksOwnerAlways });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "action_required",
      declineCode: "authentication_required",
    });
    const collectionId = await theCollection(settlementId);
    const owner = as(between.merchant.merchant_owner).billing;
    await owner.payNow({ collectionId });
    await settleDown();
    const { collection } = await owner.mySettlement({ settlementId });
    return { between, settlementId, collectionId, owner, url: collection?.actionUrl ?? "" };
  };

  test("they prove it on their bank's page and the same payment goes through", async () => {
    const { settlementId, collectionId, owner, url } = await asked();
    const back = await fillIn(url, { outcome: "pass" });
    expect(back).toContain(`/merchant/billing?collection=${collectionId}`);
    await owner.refreshCollection({ collectionId });
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({ status: "collected", actionUrl: null });
    expect(await chargesOf(settlementId)).toEqual(["failed", "succeeded"]);
  });

  test("they fail, are told so, and may try again", async () => {
    const { settlementId, collectionId, owner, url } = await asked();
    await fillIn(url, { outcome: "fail" });
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({
      status: "action_required",
      declineCode: "payment_intent_authentication_failure",
      actionUrl: null,
    });
    await owner.payNow({ collectionId });
    await settleDown();
    await fillIn((await collectionOf(settlementId)).actionUrl ?? "", { outcome: "pass" });
    await settleDown();
    expect(await collectionOf(settlementId)).toMatchObject({ status: "collected" });
  });

  test("asking twice opens no second try", async () => {
    const { settlementId, collectionId, owner, url } = await asked();
    await Promise.allSettled(Array.from({ length: 8 }, () => owner.payNow({ collectionId })));
    await settleDown();
    const { attempts, actionUrl } = await collectionOf(settlementId);
    expect([attempts.length, actionUrl]).toEqual([2, url]);
  });

  test("a stranger cannot pay, look or refresh", async () => {
    const { settlementId, collectionId } = await asked();
    const stranger = as((await company("merchant")).merchant_owner).billing;
    const unknown = { message: "collection_is_unknown" };
    await expect(stranger.payNow({ collectionId })).rejects.toMatchObject(unknown);
    await expect(stranger.refreshCollection({ collectionId })).rejects.toMatchObject(unknown);
    await expect(stranger.mySettlement({ settlementId })).rejects.toMatchObject({ message: "settlement_is_unknown" });
  });
});

describe("fees that are too small to charge", () => {
  test("wait until together they can be charged", async () => {
    const between = await traders();
    const first = await confirmedDeal(between, { minor: 30n });
    await settleDown();
    const accrued = await db.settlement.findUniqueOrThrow({ where: { id: first } });
    expect(accrued).toMatchObject({ status: "accrued", collectionId: null });
    const second = await confirmedDeal(between, { minor: 30n, takeRateBp: 1 });
    await settleDown();
    const one = await collectionOf(first);
    expect(one).toMatchObject({ status: "collected", amountMinor: 60n });
    expect((await collectionOf(second)).id).toBe(one.id);
  });

  test("are charged once, also when many deals are confirmed at the same moment", async () => {
    const between = await traders();
    const ids = await Promise.all(Array.from({ length: 10 }, () => confirmedDeal(between, { minor: 25n })));
    await settleDown();
    const rows = await db.settlement.findMany({ where: { id: { in: ids } }, include: { collection: true } });
    expect(rows.every((row) => row.status === "collected")).toBe(true);
    const charged = new Map(rows.map((row) => [row.collectionId, row.collection?.amountMinor ?? 0n]));
    expect([...charged.values()].reduce((a, b) => a + b, 0n)).toBe(250n);
  });
});

describe("a settlement that is void before its charge", () => {
  const giveUp = (settlementId: SettlementId) =>
    inTransaction((tx) => voidSettlement(tx, SYSTEM, { settlementId, reason: "the deal fell through" }));

  test("costs nothing, and its payment cannot be confirmed any more", async () => {
    const between = await traders({ card: CARD.declinesWhenCharged });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    const { stripePaymentIntentId } = await collectionOf(settlementId);
    await giveUp(settlementId);
    await giveUp(settlementId);
    await settleDown();
    expect(await db.settlement.findUniqueOrThrow({ where: { id: settlementId } })).toMatchObject({ status: "void" });
    expect((await stripe.paymentIntents.retrieve(stripePaymentIntentId ?? "")).status).toBe("canceled");
    await saveCard(between.merchant.merchant_owner);
    expect(await balanceOf(owned("merchant_receivable", between.merchant.id, "usd"))).toEqual(money(0n, "usd"));
    expect(await as(between.provider.provider_owner).payouts.myEarnings({})).toMatchObject({
      rows: [{ status: "void" }],
    });
  });

  test("lets the others of its charge be collected", async () => {
    const between = await traders({ card: CARD.declinesWhenCharged });
    const small = await confirmedDeal(between, { minor: 40n });
    const large = await confirmedDeal(between, { minor: 5_000n });
    await settleDown();
    expect((await collectionOf(small)).id).toBe((await collectionOf(large)).id);
    await giveUp(large);
    await settleDown();
    expect(await db.settlement.findUniqueOrThrow({ where: { id: small } })).toMatchObject({ status: "accrued" });
    await confirmedDeal(between, { minor: 40n });
    await saveCard(between.merchant.merchant_owner);
    expect(await collectionOf(small)).toMatchObject({ status: "collected", amountMinor: 80n });
  });

  test("is refused once it is charged, and while its charge is under way", async () => {
    const between = await traders();
    const charged = await confirmedDeal(between);
    await settleDown();
    await expect(giveUp(charged)).rejects.toMatchObject({ code: "settlement_is_charged" });
    const underWay = await confirmedDeal(between);
    await fault("500_before", "POST", "/confirm$");
    await doAllJobs();
    await expect(giveUp(underWay)).rejects.toMatchObject({ code: "settlement_is_being_charged" });
    await settleDown();
    expect(await chargesOf(underWay)).toEqual(["succeeded"]);
  });
});

/** The merchant's card behaves as told on each use, one after the other. */
async function script(merchantId: string, ...fates: string[]): Promise<void> {
  const method = await db.paymentMethod.findFirstOrThrow({ where: { merchantId, endedAt: null } });
  await stripe.paymentMethods.update(method.stripePaymentMethodId, { metadata: { emu_script: fates.join("|") } });
}
