import { afterEach, expect, test, vi } from "vitest";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { expectBooksToBalance } from "./books.ts";
import { wireToStripe } from "./held-answers.ts";
import { confirmedDeal, payableDeal, submittedPayout, traders } from "./money.ts";
import { as, company, member } from "./people.ts";
import { pull } from "./sandbox-stripe.ts";
import { hearSandboxStripe, kept } from "./stripe.ts";
import { endWorkers, startWorker } from "./worker-process.ts";

const CREATE_ACCOUNT = /^\/v2\/core\/accounts$/;
const CREATE_INTENT = /^\/v1\/payment_intents$/;
const CONFIRM_INTENT = /^\/v1\/payment_intents\/[^/]+\/confirm$/;
const CREATE_TRANSFER = /^\/v1\/transfers$/;
/** Far less than the hours after which the queue itself gives a worker up. */
const SOON = { timeout: 30_000, interval: 50 };

// Each test waits for several processes to begin; on a busy machine that is most of its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

hearSandboxStripe();
const wire = wireToStripe();
afterEach(expectBooksToBalance);
endWorkers();

/** A worker asks Stripe for something, Stripe does it, and the worker dies before it hears so. Then another begins. */
async function dieUnheard(path: RegExp, operation: string, begin: () => Promise<unknown>): Promise<void> {
  const answered = wire.hold("POST", path);
  const worker = await startWorker(wire.url());
  await begin();
  await answered;
  await worker.kill();
  expect(await db.stripeCall.findMany({ where: { operation, status: "pending" } })).toHaveLength(1);
  await startWorker(wire.url());
}

/** Stripe tells what happened, and Lode hears it, until something is so. */
const soon = <Fact>(look: () => Promise<Fact>) =>
  expect.poll(async () => {
    await pull("drain");
    return look();
  }, SOON);

test("a worker that dies before it hears of a new account leaves one account", async () => {
  const provider = await company("provider");
  await dieUnheard(CREATE_ACCOUNT, "account.create", () =>
    as(provider.provider_owner).payouts.connectAccount({ country: "US" }),
  );
  await soon(async () => (await as(provider.provider_owner).payouts.account()).account?.onboardingUrl).toMatch(/^http/);
  const made = await kept<{ metadata: { provider_id?: string } }>("v2.core.account");
  expect(made.filter((account) => account.metadata.provider_id === provider.id)).toHaveLength(1);
});

test.each([
  ["what it is going to charge", CREATE_INTENT, "payment_intent.create"],
  ["what it has charged", CONFIRM_INTENT, "payment_intent.confirm"],
])(
  "a worker that dies before it hears %s leaves one charge, and the provider is owed its share once",
  async (...crash) => {
    const [, path, operation] = crash;
    const between = await traders();
    const already = (await kept("charge")).length;
    const deal: { id?: string } = {};
    await dieUnheard(path, operation, async () => {
      deal.id = await confirmedDeal(between);
    });
    const settlementId = deal.id ?? "";
    await soon(async () => (await db.settlement.findUniqueOrThrow({ where: { id: settlementId } })).status).toBe(
      "collected",
    );
    expect(await kept("charge")).toHaveLength(already + 1);
    expect(await db.collectionAttempt.count({ where: { collection: { merchantId: between.merchant.id } } })).toBe(1);
    expect(await db.earning.findMany({ where: { settlementId } })).toMatchObject([
      { status: "held", amountMinor: 8_000n },
    ]);
  },
);

test("a worker that dies before it hears of a transfer leaves one transfer, and the payout is completed", async () => {
  const { checker, seen, already } = await approvedPayout();
  await dieUnheard(CREATE_TRANSFER, "transfer.create", () => as(checker).payouts.release(seen));
  await soon(async () => (await as(checker).payouts.one({ payoutId: seen.payoutId })).status).toBe("completed");
  expect(await kept("transfer")).toHaveLength(already + 1);
});

test("a worker that begins leaves alone what a living one is doing", async () => {
  const { checker, seen, already } = await approvedPayout();
  const before = wire.asked("POST", CREATE_TRANSFER);
  const answered = wire.hold("POST", CREATE_TRANSFER);
  const busy = await startWorker(wire.url());
  await as(checker).payouts.release(seen);
  await answered;
  const idle = await startWorker(wire.url());
  const underWay = () =>
    db.$queryRaw`select locked_by from graphile_worker.jobs where task_identifier = 'payouts.execute' and locked_at is not null`;
  const held = await underWay();
  expect(held).toHaveLength(1);
  expect(await underWay()).toEqual(held);
  expect(wire.asked("POST", CREATE_TRANSFER)).toBe(before + 1);
  await Promise.all([busy.kill(), idle.kill()]);
  await startWorker(wire.url());
  await soon(async () => (await as(checker).payouts.one({ payoutId: seen.payoutId })).status).toBe("completed");
  expect(await kept("transfer")).toHaveLength(already + 1);
});

/** A payout that a second person has approved, and how many transfers there were before. */
async function approvedPayout() {
  const platform = await company("platform");
  const checker = await member(platform.id, "platform_finance", await clock.now());
  const between = await traders();
  await payableDeal(between);
  const seen = await submittedPayout(platform.platform_finance, between.provider.id);
  await as(checker).payouts.approve(seen);
  return { checker, seen, already: (await kept("transfer")).length };
}
