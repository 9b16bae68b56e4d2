import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { POST } from "#app/api/stripe/[endpoint]/route.ts";
import { newId } from "#server/kernel/id.ts";
import { HOUR_MS, MINUTE_MS } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { confirmedDeal, payableDeal, traders } from "#server/testing/money.ts";
import { pull } from "#server/testing/sandbox-stripe.ts";
import { hearSandboxStripe, kept, passTime, settleDown } from "#server/testing/stripe.ts";
import { eventsWaiting } from "./keep-event.ts";
import { violations } from "./violations.ts";

hearSandboxStripe();

type Message = Readonly<Record<string, unknown>>;
const message = (over: Message = {}): Message => ({
  id: newId("evt"),
  object: "event",
  api_version: "2026-10-28.endive",
  created: 1,
  livemode: false,
  pending_webhooks: 1,
  request: null,
  type: "customer.created",
  data: { object: { id: "cus_1", object: "customer" } },
  ...over,
});
const seconds = async (ms = 0) => Math.floor(((await clock.now()).getTime() + ms) / 1000);
const signed = (body: string, at: number | string, secret = env.STRIPE_WEBHOOK_SECRET) =>
  `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;

async function knock(body: string, header: string | null, endpoint = "platform"): Promise<number> {
  const headers = header === null ? {} : { "stripe-signature": header };
  const request = new Request(`http://lode.test/api/stripe/${endpoint}`, { method: "POST", body, headers });
  return (await POST(request, { params: Promise.resolve({ endpoint }) })).status;
}
const inInbox = (eventId: unknown) => db.stripeEvent.count({ where: { eventId: String(eventId) } });

describe("only what Stripe signed, for this door, now, comes in", () => {
  const event = message();
  const body = JSON.stringify(event);

  test.each<[string, (at: number) => string | null]>([
    ["no signature", () => null],
    ["a blank one", () => " "],
    ["nonsense", () => "sha256=abc"],
    ["a wrong one", (at) => `t=${at},v1=${"0".repeat(64)}`],
    ["another door's secret", (at) => signed(body, at, env.STRIPE_CONNECT_WEBHOOK_SECRET)],
    ["one 301 seconds old", (at) => signed(body, at - 302)],
    ["one from the future", (at) => signed(body, at + 3_600)],
    ["a time that is no number", () => signed(body, "NaN")],
    ["two headers in one", (at) => `${signed(body, at)}, ${signed(body, at - 1)}`],
    ["another body's", (at) => signed(`${body} `, at)],
    ["an old scheme's", (at) => signed(body, at).replace("v1=", "v0=")],
  ])("%s is turned away", async (_, header) => {
    expect(await knock(body, header(await seconds()))).toBe(400);
    expect(await inInbox(event.id)).toBe(0);
  });

  test("a body that was written anew is turned away", async () => {
    const at = await seconds();
    expect(await knock(JSON.stringify(event, null, 2), signed(body, at))).toBe(400);
  });

  test("live messages, unknown doors and oversized bodies are turned away", async () => {
    const at = await seconds();
    const live = JSON.stringify(message({ livemode: true }));
    expect(await knock(live, signed(live, at))).toBe(400);
    expect(await knock(body, signed(body, at), "backdoor")).toBe(404);
    const huge = JSON.stringify(message({ data: { object: { id: "x".repeat(1024 * 1024) } } }));
    expect(await knock(huge, signed(huge, at))).toBe(413);
    expect(await db.stripeEvent.count()).toBe(0);
  });

  test("a message is kept once, however often it comes", async () => {
    const at = await seconds();
    const answers = await Promise.all(Array.from({ length: 10 }, () => knock(body, signed(body, at))));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await inInbox(event.id)).toBe(1);
    await settleDown();
    expect(await db.stripeEvent.findFirst({ where: { eventId: String(event.id) } })).toMatchObject({
      status: "ignored",
    });
  });

  test("while a secret is being rotated either signature opens", async () => {
    const rotated = JSON.stringify(message());
    const at = await seconds();
    expect(await knock(rotated, `${signed(rotated, at)},v1=${"0".repeat(64)}`)).toBe(200);
  });
});

describe("a message is a hint", () => {
  afterEach(expectBooksToBalance);

  test("what it claims is not believed: the object is read again", async () => {
    const between = await traders({ card: null });
    const settlementId = await confirmedDeal(between);
    await settleDown();
    const { collectionId } = await db.settlement.findUniqueOrThrow({ where: { id: settlementId } });
    await db.collection.update({ where: { id: collectionId ?? "" }, data: { stripePaymentIntentId: "pi_forged" } });
    const forged = message({
      type: "payment_intent.succeeded",
      data: { object: { id: "pi_forged", object: "payment_intent", status: "succeeded", latest_charge: "ch_forged" } },
    });
    const body = JSON.stringify(forged);
    expect(await knock(body, signed(body, await seconds()))).toBe(200);
    await settleDown();
    expect(await db.settlement.findUniqueOrThrow({ where: { id: settlementId } })).toMatchObject({
      status: "action_required",
    });
    await db.collection.update({ where: { id: collectionId ?? "" }, data: { stripePaymentIntentId: null } });
    await db.$executeRaw`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`;
  });

  test("duplicated and shuffled they change nothing", async () => {
    await pull("webhooks", { shuffle: true, duplicate: 3 });
    const between = await traders();
    await payableDeal(between);
    await payableDeal(between, { minor: 333n, takeRateBp: 3_333 });
    await pull("webhooks", { shuffle: false, duplicate: 0 });
    expect(await kept("charge")).toHaveLength(2);
  });

  test("lost ones are not needed: what is missing is asked for", async () => {
    const between = await traders();
    await pull("webhooks", { pause: true });
    const settlementId = await payableDeal(between);
    const { sweeps } = await import("#server/jobs.ts");
    await sweeps["billing.movements-missing"]?.(await passTime(2 * MINUTE_MS));
    await settleDown();
    expect(await db.settlement.findUniqueOrThrow({ where: { id: settlementId } })).toMatchObject({
      status: "collected",
    });
    expect(await violations()).toEqual([]);
    await pull("webhooks", { resume: true });
  });

  test("the whole inbox told again leads to the same ledger", async () => {
    const before = await db.ledgerTransfer.count();
    await db.stripeEvent.deleteMany();
    await pull("webhooks", { replay: 500 });
    await settleDown();
    await eventsWaiting(await passTime(2 * MINUTE_MS));
    await settleDown();
    expect(await db.ledgerTransfer.count()).toBe(before);
  });

  test("one about what nobody knows is parked, tried again, and shown to finance after an hour", async () => {
    const unknown = message({ type: "payment_intent.succeeded", data: { object: { id: "pi_elsewhere" } } });
    const body = JSON.stringify(unknown);
    await knock(body, signed(body, await seconds()));
    await settleDown();
    expect(await db.stripeEvent.findFirst({ where: { eventId: String(unknown.id) } })).toMatchObject({
      status: "parked",
    });
    await eventsWaiting(await passTime(2 * HOUR_MS));
    await settleDown();
    expect(await db.stripeEvent.findFirst({ where: { eventId: String(unknown.id) } })).toMatchObject({
      status: "parked",
      attempts: 2,
    });
    expect(await violations()).toMatchObject([{ rule: "message_is_read", about: unknown.id }]);
    await db.stripeEvent.deleteMany({ where: { eventId: String(unknown.id) } });
  });
});
