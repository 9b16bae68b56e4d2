import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bench, charged, only, openBench, provider } from "./testing.ts";

/** One step of a random life: what is done, to which of the known objects, and with how much. */
type Step = { verb: (typeof VERBS)[number]; which: number; part: number };

const VERBS = [
  "charge",
  "decline",
  "refund",
  "transfer",
  "reverse",
  "dispute",
  "decide",
  "payout",
  "topup",
  "day",
  "drain",
] as const;
const CARDS = ["pm_card_visa", "pm_card_bypassPending", "pm_card_createDispute", "pm_card_refundFail"];
const step = fc.record({
  verb: fc.constantFrom(...VERBS),
  which: fc.nat({ max: 1000 }),
  part: fc.integer({ min: 1, max: 120 }),
});

interface Life {
  bench: Bench;
  accounts: string[];
  charges: string[];
  transfers: string[];
}

const pick = <T>(from: readonly T[], which: number): T | undefined => from[which % Math.max(1, from.length)];
const share = (amount: number, part: number) => Math.max(1, Math.floor((amount * part) / 100));

async function live(life: Life, { verb, which, part }: Step): Promise<void> {
  const { bench, charges, transfers } = life;
  const { stripe } = bench;
  const charge = pick(charges, which);
  const transfer = pick(transfers, which);
  const stripeAccount = pick(life.accounts, which) ?? "";
  const once = { idempotencyKey: `${verb}-${which}-${part}` };
  if (verb === "charge") charges.push((await charged(stripe, 100 * part, pick(CARDS, which))).charge);
  else if (verb === "decline") await charged(stripe, 100 * part, "pm_card_chargeCustomerFail");
  else if (verb === "refund" && charge) await stripe.refunds.create({ charge, amount: 60 * part }, once);
  else if (verb === "transfer" && charge) {
    const params = { amount: 70 * part, currency: "usd", destination: stripeAccount, source_transaction: charge };
    transfers.push((await stripe.transfers.create(params)).id);
  } else if (verb === "reverse" && transfer) {
    const { amount } = await stripe.transfers.retrieve(transfer);
    await stripe.transfers.createReversal(transfer, { amount: share(amount, part) });
  } else if (verb === "dispute" && charge) await bench.emu(`disputes/${charge}`, { open: true, inquiry: part > 100 });
  else if (verb === "decide" && charge)
    await bench.emu(`disputes/${charge}`, part > 60 ? { won: true } : { lost: true });
  else if (verb === "payout") await stripe.payouts.create({ amount: 10 * part, currency: "usd" }, { stripeAccount });
  else if (verb === "topup") await stripe.topups.create({ amount: 100 * part, currency: "usd" });
  else if (verb === "day") await bench.emu("clock", { advance_ms: 86_400_000 });
  else await bench.drain();
}

async function total(bench: Bench, stripeAccount?: string): Promise<[number, number]> {
  const options = stripeAccount ? { stripeAccount } : {};
  const { available, pending } = await bench.stripe.balance.retrieve({}, options);
  const sum = (parts: { amount: number }[]) => parts.reduce((so, part) => so + part.amount, 0);
  const rows = await bench.stripe.balanceTransactions
    .list({ limit: 100 }, options)
    .autoPagingToArray({ limit: 10_000 });
  return [sum(available) + sum(pending), rows.reduce((so, txn) => so + txn.net, 0)];
}

async function check(life: Life): Promise<void> {
  const { bench } = life;
  for (const account of [undefined, ...life.accounts]) {
    const [balance, booked] = await total(bench, account);
    expect(balance).toBe(booked);
  }
  for (const id of life.charges) {
    const charge = await bench.stripe.charges.retrieve(id);
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount);
    const given = (await bench.stripe.transfers.list({ limit: 100 })).data.filter(
      (one) => only(one.source_transaction) === id,
    );
    expect(given.reduce((sum, one) => sum + one.amount - one.amount_reversed, 0)).toBeLessThanOrEqual(charge.amount);
  }
  for (const id of life.transfers) {
    const transfer = await bench.stripe.transfers.retrieve(id);
    const reversals = await bench.stripe.transfers.listReversals(id, { limit: 100 });
    const taken = reversals.data.reduce((sum, one) => sum + one.amount, 0);
    expect([taken, taken <= transfer.amount]).toEqual([transfer.amount_reversed, true]);
  }
  await toldOfEverything(life);
}

/** What the events last said of an object is what the object is. */
async function toldOfEverything({ bench, accounts }: Life): Promise<void> {
  const said = new Map<string, string>();
  for (const options of [{}, ...accounts.map((stripeAccount) => ({ stripeAccount }))]) {
    const events = await bench.stripe.events.list({ limit: 100 }, options).autoPagingToArray({ limit: 10_000 });
    for (const event of events.reverse()) {
      const object = event.data.object as { id?: string; status?: unknown };
      if (object.id) said.set(object.id, String(object.status));
    }
  }
  const { objects } = (await (await fetch(`${bench.url}/_emu/state`)).json()) as {
    objects: Record<string, { id: string; status?: unknown }[]>;
  };
  for (const kind of ["payment_intent", "refund", "dispute", "payout", "transfer", "topup", "setup_intent"]) {
    for (const { id, status } of objects[kind] ?? []) {
      if (!id.startsWith("pyr_")) expect([id, said.get(id)]).toEqual([id, String(status)]);
    }
  }
}

describe("whatever is asked, in whatever order", () => {
  it("balances are the sums of their movements, nothing exceeds its source, and every change is told", async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const bench = await openBench();
      const life: Life = {
        bench,
        accounts: [await provider(bench), await provider(bench, "no_account")],
        charges: [],
        transfers: [],
      };
      for (const one of steps) {
        try {
          await live(life, one);
        } catch (error) {
          // A refusal is an answer like any other; only the sandbox's own failures are not.
          if (/sandbox itself failed/.test(String(error))) throw error;
        }
      }
      await check(life);
      await bench.drain();
      await check(life);
      await bench.close();
    });
    await fc.assert(property, { numRuns: 15, endOnFailure: true });
  }, 60_000);
});
