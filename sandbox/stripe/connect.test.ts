import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, charged, openBench, provider, refusal } from "./testing.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const DAY_MS = 86_400_000;
const transfer = (destination: string, charge: string, amount: number) =>
  bench.stripe.transfers.create({ amount, currency: "usd", destination, source_transaction: charge });
const fundsOf = async (stripeAccount: string) => {
  const balance = await bench.stripe.balance.retrieve({}, { stripeAccount });
  return [balance.available[0]?.amount, balance.pending[0]?.amount];
};

describe("an account", () => {
  it("shows only the sections that were asked for", async () => {
    const id = await provider(bench);
    const bare = await bench.stripe.v2.core.accounts.retrieve(id);
    expect([bare.configuration, bare.requirements, bare.identity, bare.defaults]).toEqual(Array(4).fill(undefined));
    const full = await bench.stripe.v2.core.accounts.retrieve(id, {
      include: ["configuration.recipient", "requirements", "identity", "defaults"],
    });
    expect(full.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status).toBe("active");
    expect(full.requirements?.entries).toEqual([]);
  });

  it("cannot be paid before its owner has finished, nor after Stripe restricts it", async () => {
    const { charge } = await charged(bench.stripe);
    const open = await bench.stripe.v2.core.accounts.create({
      identity: { country: "us" },
      configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    });
    const code = "insufficient_capabilities_for_transfer";
    expect(await refusal(transfer(open.id, charge, 100))).toMatchObject({ code });
    const id = await provider(bench);
    await transfer(id, charge, 100);
    await bench.emu(`accounts/${id}/capability`, { status: "restricted" });
    expect(await refusal(transfer(id, charge, 100))).toMatchObject({ code });
    const older = await bench.stripe.accounts.retrieve(id);
    expect([older.payouts_enabled, older.capabilities?.transfers]).toEqual([false, "inactive"]);
  });

  it("is found page by page among the others", async () => {
    const made = [await provider(bench), await provider(bench), await provider(bench)];
    const found = await bench.stripe.v2.core.accounts.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(found.map((account) => account.id)).toEqual(made.reverse());
  });

  it("is gone for those who act in its name once it is closed", async () => {
    const id = await provider(bench);
    await bench.stripe.v2.core.accounts.close(id);
    const error = await refusal(bench.stripe.balance.retrieve({}, { stripeAccount: id }));
    expect(error).toMatchObject({ type: "StripePermissionError", code: "account_invalid", statusCode: 403 });
  });

  it("has a login only after its owner finished", async () => {
    const open = await bench.stripe.v2.core.accounts.create({ identity: { country: "us" } });
    expect((await refusal(bench.stripe.accounts.createLoginLink(open.id))).statusCode).toBe(400);
    const link = await bench.stripe.accounts.createLoginLink(await provider(bench));
    expect((await bench.visit(link.url)).text).toContain("Balance");
  });
});

describe("a transfer", () => {
  it("rides on its charge: what is pending stays pending on both sides", async () => {
    const id = await provider(bench);
    const { charge } = await charged(bench.stripe, 10_000);
    await bench.drain();
    const made = await transfer(id, charge, 8_000);
    expect(made).toMatchObject({ amount: 8_000, source_transaction: charge, reversed: false });
    expect(await fundsOf(id)).toEqual([0, 8_000]);
    await bench.emu("clock", { advance_ms: 2 * DAY_MS });
    expect(await fundsOf(id)).toEqual([8_000, 0]);
  });

  it("never takes more than its charge brought, all transfers together", async () => {
    const id = await provider(bench);
    const { charge } = await charged(bench.stripe, 10_000);
    await transfer(id, charge, 8_000);
    expect((await refusal(transfer(id, charge, 2_001))).message).toContain(
      "must not exceed the source amount of $100.00",
    );
    await transfer(id, charge, 2_000);
  });

  it("without a charge needs money that is available", async () => {
    const destination = await provider(bench);
    const ask = () => bench.stripe.transfers.create({ amount: 5_000, currency: "usd", destination });
    expect(await refusal(ask())).toMatchObject({ code: "balance_insufficient" });
    await bench.stripe.topups.create({ amount: 5_000, currency: "usd", description: "seed" });
    await bench.drain();
    expect((await ask()).amount).toBe(5_000);
  });

  it("is found again by its group", async () => {
    const destination = await provider(bench);
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_visa", { transfer_group: "stl_7" });
    const made = await transfer(destination, charge, 100);
    const found = await bench.stripe.transfers.list({ transfer_group: "stl_7" });
    expect(found.data.map((one) => one.id)).toEqual([made.id]);
  });

  it("of another currency than its charge is refused", async () => {
    const destination = await provider(bench);
    const { charge } = await charged(bench.stripe);
    const asked = bench.stripe.transfers.create({
      amount: 100,
      currency: "eur",
      destination,
      source_transaction: charge,
    });
    expect(await refusal(asked)).toMatchObject({ param: "source_transaction" });
  });

  it("is taken back in parts, and no further than there is money", async () => {
    const id = await provider(bench);
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_bypassPending");
    await bench.drain();
    const made = await transfer(id, charge, 8_000);
    await bench.stripe.transfers.createReversal(made.id, { amount: 3_000, metadata: { refund_id: "r1" } });
    expect((await refusal(bench.stripe.transfers.createReversal(made.id, { amount: 5_001 }))).param).toBe("amount");
    await bench.drain();
    expect(await refusal(bench.stripe.transfers.createReversal(made.id))).toMatchObject({
      code: "balance_insufficient",
    });
    const now = await bench.stripe.transfers.retrieve(made.id);
    expect([now.amount_reversed, now.reversals.data.length]).toEqual([3_000, 1]);
  });
});

describe("a payout to the bank", () => {
  const pay = async (bank: string) => {
    const id = await provider(bench, bank);
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_bypassPending");
    await bench.drain();
    await transfer(id, charge, 8_000);
    await bench.drain();
    const of = async () => (await bench.stripe.payouts.list({}, { stripeAccount: id })).data[0];
    return { id, of };
  };

  it("goes out by itself and arrives the next day", async () => {
    const { id, of } = await pay("ok");
    expect(await of()).toMatchObject({ amount: 8_000, automatic: true, status: "in_transit" });
    await bench.emu("clock", { advance_ms: DAY_MS });
    await bench.drain();
    const payout = await of();
    expect(payout?.status).toBe("paid");
    expect(bench.ear.types("/connect")).toContain("payout.reconciliation_completed");
    const items = await bench.stripe.balanceTransactions.list({ payout: payout?.id ?? "" }, { stripeAccount: id });
    expect(items.data.map((txn) => txn.type).sort()).toEqual(["payment", "payout"]);
  });

  it("comes back from a bank account that does not exist", async () => {
    const { id, of } = await pay("no_account");
    await bench.emu("clock", { advance_ms: DAY_MS });
    await bench.drain();
    expect(await of()).toMatchObject({ status: "failed", failure_code: "no_account" });
    expect(await fundsOf(id)).toEqual([8_000, 0]);
  });

  it("can still fail after it was paid", async () => {
    const { of } = await pay("ok");
    const id = (await of())?.id;
    await bench.emu(`payouts/${id}/pay`);
    expect((await of())?.status).toBe("paid");
    await bench.emu(`payouts/${id}/fail`, { reason: "account_closed" });
    expect(await of()).toMatchObject({ status: "failed", failure_code: "account_closed" });
  });

  it("is not made for an account without a bank", async () => {
    const configuration = {
      recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } },
    };
    const { id } = await bench.stripe.v2.core.accounts.create({ identity: { country: "us" }, configuration });
    await bench.emu(`accounts/${id}/capability`, { status: "active" });
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_bypassPending");
    await bench.drain();
    await transfer(id, charge, 8_000);
    await bench.drain();
    expect(await fundsOf(id)).toEqual([8_000, 0]);
  });

  it("waits for a word when the schedule is manual", async () => {
    const id = await provider(bench);
    await bench.stripe.balanceSettings.update(
      { payments: { payouts: { schedule: { interval: "manual" } } } },
      { stripeAccount: id },
    );
    const { charge } = await charged(bench.stripe, 10_000, "pm_card_bypassPending");
    await bench.drain();
    await transfer(id, charge, 8_000);
    await bench.drain();
    expect(await fundsOf(id)).toEqual([8_000, 0]);
    const ask = (amount: number) => bench.stripe.payouts.create({ amount, currency: "usd" }, { stripeAccount: id });
    expect(await refusal(ask(8_001))).toMatchObject({ code: "balance_insufficient" });
    const payout = await ask(3_000);
    await bench.stripe.payouts.cancel(payout.id, {}, { stripeAccount: id });
    expect(await fundsOf(id)).toEqual([8_000, 0]);
  });
});
