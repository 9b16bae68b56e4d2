import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, charged, customerWithCard, openBench, refusal } from "./testing.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const total = async () => {
  const { available, pending } = await bench.stripe.balance.retrieve();
  return (available[0]?.amount ?? 0) + (pending[0]?.amount ?? 0);
};
const disputeOf = async (charge: string) => (await bench.stripe.disputes.list({ charge })).data[0];

describe("a dispute", () => {
  it("of a magic card takes the money and a fee, and locks the charge", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDispute");
    await bench.drain();
    const dispute = await disputeOf(charge);
    expect(dispute).toMatchObject({ status: "needs_response", reason: "fraudulent", is_charge_refundable: false });
    expect(await total()).toBe(9_680 - 10_000 - 1_500);
    expect(await refusal(bench.stripe.refunds.create({ charge }))).toMatchObject({ code: "charge_disputed" });
  });

  it("tells its story in order", async () => {
    const { charge } = await charged(bench.stripe);
    await bench.drain();
    const before = bench.ear.received.length;
    await bench.emu(`disputes/${charge}`, { open: true });
    await bench.emu(`disputes/${charge}`, { won: true });
    await bench.drain();
    expect(bench.ear.types("/platform").slice(before)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.updated",
      "charge.dispute.updated",
      "charge.dispute.closed",
      "charge.dispute.funds_reinstated",
      "balance.available",
    ]);
  });

  it("is won by winning evidence: the money comes back, the fee does not", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDispute");
    await bench.drain();
    const dispute = await disputeOf(charge);
    const evidence = { uncategorized_text: "winning_evidence" };
    expect((await bench.stripe.disputes.update(dispute?.id ?? "", { evidence })).status).toBe("under_review");
    await bench.drain();
    expect((await disputeOf(charge))?.status).toBe("won");
    expect(await total()).toBe(9_680 - 1_500);
  });

  it("is lost by losing evidence, or by giving up", async () => {
    for (const give of ["evidence", "close"] as const) {
      const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDispute");
      await bench.drain();
      const id = (await disputeOf(charge))?.id ?? "";
      if (give === "close") await bench.stripe.disputes.close(id);
      else await bench.stripe.disputes.update(id, { evidence: { uncategorized_text: "losing_evidence" } });
      await bench.drain();
      expect((await disputeOf(charge))?.status).toBe("lost");
    }
  });

  it("that nobody can open any more is not opened", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDispute");
    await bench.stripe.refunds.create({ charge });
    await bench.drain();
    expect(await disputeOf(charge)).toBeUndefined();
  });

  it("decided while the bank still thinks stays decided", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDispute");
    await bench.drain();
    const evidence = { uncategorized_text: "losing_evidence" };
    await bench.stripe.disputes.update((await disputeOf(charge))?.id ?? "", { evidence });
    await bench.emu(`disputes/${charge}`, { won: true });
    await bench.drain();
    expect((await disputeOf(charge))?.status).toBe("won");
  });

  it("that is only an inquiry moves nothing", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_createDisputeInquiry");
    await bench.drain();
    expect(await disputeOf(charge)).toMatchObject({ status: "warning_needs_response", balance_transactions: [] });
    expect(await total()).toBe(9_680);
    await bench.stripe.refunds.create({ charge });
  });

  it("may come twice for one charge, or announce itself by a warning", async () => {
    const twice = await charged(bench.stripe, 10_001, "pm_card_createMultipleDisputes");
    const warned = await charged(bench.stripe, 10_000, "pm_card_createIssuerFraudRecord");
    await bench.drain();
    const amounts = (await bench.stripe.disputes.list({ charge: twice.charge })).data.map((dispute) => dispute.amount);
    expect(amounts.sort()).toEqual([5_000, 5_001]);
    const warnings = await bench.stripe.radar.earlyFraudWarnings.list({ charge: warned.charge });
    expect(warnings.data[0]).toMatchObject({ actionable: true });
  });
});

describe("a refund", () => {
  it("can fail later: the money returns, and is owed again", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_refundFail");
    await bench.drain();
    const refund = await bench.stripe.refunds.create({ charge });
    expect(refund.status).toBe("succeeded");
    await bench.drain();
    expect(await bench.stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "failed" });
    expect(await bench.stripe.charges.retrieve(charge)).toMatchObject({ refunded: false, amount_refunded: 0 });
    expect(await total()).toBe(9_680);
  });

  it("may take its time", async () => {
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_pendingRefund");
    await bench.drain();
    const refund = await bench.stripe.refunds.create({ charge });
    expect(refund.status).toBe("pending");
    await bench.drain();
    expect((await bench.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  });

  it("waits while the platform has too little, and goes out when there is enough", async () => {
    const { charge } = await charged(bench.stripe, 10_000);
    const lost = await charged(bench.stripe, 10_000, "pm_card_createDispute");
    await bench.drain();
    await bench.stripe.disputes.close((await disputeOf(lost.charge))?.id ?? "");
    const refund = await bench.stripe.refunds.create({ charge });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "insufficient_funds" });
    await bench.stripe.topups.create({ amount: 50_000, currency: "usd" });
    await bench.drain();
    expect((await bench.stripe.refunds.retrieve(refund.id)).status).toBe("succeeded");
  });
});

describe("a payment that comes undone", () => {
  it("a debit takes days, needs a mandate, and can fail after it succeeded", async () => {
    const { customer, method, intent: setup } = await customerWithCard(bench.stripe, "pm_usBankAccount_success");
    expect(String(setup.mandate)).toMatch(/^mandate_/);
    const intent = await bench.stripe.paymentIntents.create({
      amount: 10_000,
      currency: "usd",
      customer,
      payment_method: method,
      confirm: true,
      off_session: true,
    });
    expect(intent.status).toBe("processing");
    await bench.emu("clock", { advance_ms: 4 * 86_400_000 });
    await bench.drain();
    expect((await bench.stripe.paymentIntents.retrieve(intent.id)).status).toBe("succeeded");
    await bench.emu(`charges/${String(intent.latest_charge)}/fail_late`);
    const now = await bench.stripe.paymentIntents.retrieve(intent.id, { expand: ["latest_charge"] });
    expect(now).toMatchObject({ status: "requires_payment_method", latest_charge: { status: "failed" } });
    expect(await total()).toBe(-320);
  });

  it("a debit is refused once its mandate was withdrawn", async () => {
    const { customer, method, intent: setup } = await customerWithCard(bench.stripe, "pm_usBankAccount_success");
    await bench.emu(`mandates/${String(setup.mandate)}/deactivate`);
    const params = { amount: 1_000, currency: "usd", customer, payment_method: method };
    const error = await refusal(bench.stripe.paymentIntents.create({ ...params, confirm: true, off_session: true }));
    expect(error.code).toBe("payment_intent_mandate_invalid");
  });

  it("a charge can settle in another currency than it was made in", async () => {
    await bench.emu("settlement", { currency: "eur", rate: "0.92" });
    const { charge } = await charged(bench.stripe, 10_001);
    await bench.drain();
    const { balance_transaction } = await bench.stripe.charges.retrieve(charge, { expand: ["balance_transaction"] });
    expect(balance_transaction).toMatchObject({ amount: 9_201, currency: "eur", exchange_rate: 0.92, fee: 297 });
  });

  it("a scripted method is declined as often as its script says", async () => {
    const { customer, method } = await customerWithCard(bench.stripe);
    await bench.stripe.paymentMethods.update(method, { metadata: { emu_script: "insufficient_funds|lost_card|ok" } });
    const intent = await bench.stripe.paymentIntents.create({ amount: 1_000, currency: "usd", customer });
    const attempt = () => bench.stripe.paymentIntents.confirm(intent.id, { payment_method: method, off_session: true });
    const first = await refusal(attempt());
    expect([first.decline_code, first.advice_code]).toEqual(["insufficient_funds", "try_again_later"]);
    const second = await refusal(attempt());
    expect([second.decline_code, second.advice_code]).toEqual(["lost_card", "do_not_try_again"]);
    expect((await attempt()).status).toBe("succeeded");
  });
});
