import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, charged, openBench, provider, SECRETS } from "./testing.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

describe("a message", () => {
  it("is signed so that the SDK believes it, for each kind of address", async () => {
    await charged(bench.stripe);
    await provider(bench);
    await bench.drain();
    for (const { path, body, signature } of bench.ear.received) {
      if (path === "/v2") bench.stripe.parseEventNotification(body, signature, SECRETS.v2);
      else
        bench.stripe.webhooks.constructEvent(body, signature, path === "/connect" ? SECRETS.connect : SECRETS.platform);
    }
    const last = bench.ear.received[0];
    const forged = () =>
      bench.stripe.webhooks.constructEvent(`${last?.body} `, last?.signature ?? "", SECRETS.platform);
    expect(forged).toThrow(/signatures found matching/);
  });

  it("carries the caller's own key, and the account it is about", async () => {
    await bench.stripe.customers.create({}, { idempotencyKey: "cust:1" });
    const account = await provider(bench);
    await bench.drain();
    const events = await bench.stripe.events.list({ type: "customer.created" });
    expect(events.data[0]?.request?.idempotency_key).toBe("cust:1");
    const told = bench.ear.received.filter(({ path }) => path === "/connect").map(({ body }) => JSON.parse(body));
    expect(told[0]).toMatchObject({ type: "account.updated", account, data: { object: { id: account } } });
  });

  it("of a payment comes in Stripe's order", async () => {
    await charged(bench.stripe);
    await bench.drain();
    const types = bench.ear.types("/platform").filter((type) => /^(payment_intent|charge)\./.test(type));
    expect(types).toEqual(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded", "charge.updated"]);
  });

  it("says what was before", async () => {
    const customer = await bench.stripe.customers.create({ name: "Old" });
    await bench.stripe.customers.update(customer.id, { name: "New" });
    const events = await bench.stripe.events.list({ types: ["customer.updated"] });
    expect(events.data[0]?.data.previous_attributes).toEqual({ name: "Old" });
  });

  it("of v2 leads to its object and its event", async () => {
    const id = await provider(bench);
    await bench.drain();
    const first = bench.ear.received.find(({ path }) => path === "/v2");
    const told = bench.stripe.parseEventNotification(first?.body ?? "", first?.signature ?? "", SECRETS.v2);
    if (told.type !== "v2.core.account.created") throw new Error(`not expected: ${told.type}`);
    expect((await told.fetchRelatedObject()).id).toBe(id);
    expect((await told.fetchEvent()).id).toBe(told.id);
  });
});

describe("what nobody knows yet", () => {
  it("can be told: a new type of event, a new word in an old object", async () => {
    const customer = await bench.stripe.customers.create({});
    await bench.emu("events", { type: "customer.levitated", object: customer.id });
    const { charge } = await charged(bench.stripe);
    await bench.emu(`objects/${charge}`, { set: { status: "dreaming" }, event: "charge.updated" });
    await bench.drain();
    const told = bench.ear.received.map(({ body }) => JSON.parse(body));
    expect(told.map(({ type }) => type)).toContain("customer.levitated");
    expect(told.some(({ data }) => data.object.status === "dreaming")).toBe(true);
    expect(await (await fetch(`${bench.url}/_emu/state`)).text()).toContain("dreaming");
  });
});

const ask = () => bench.stripe.customers.create({});

describe("the post", () => {
  const received = () => bench.ear.received.length;

  it("tries again when an address does not answer well, and tells which events wait", async () => {
    bench.ear.answers.status = 500;
    await ask();
    expect(await bench.drain()).toMatchObject({ delivered: 0, failed: 3 });
    expect((await bench.stripe.events.list({ delivery_success: false })).data[0]?.pending_webhooks).toBe(1);
    bench.ear.answers.status = 200;
    expect(await bench.drain()).toMatchObject({ delivered: 1, failed: 0 });
    expect((await bench.stripe.events.list({ delivery_success: false })).data).toEqual([]);
  });

  it("can be paused, flushed, doubled and played again", async () => {
    await bench.emu("webhooks", { pause: true });
    await ask();
    await bench.drain();
    expect(received()).toBe(0);
    await bench.emu("webhooks", { flush: true });
    expect(received()).toBe(1);
    await bench.emu("webhooks", { resume: true, duplicate: 2 });
    await ask();
    await bench.drain();
    expect(received()).toBe(4);
    await bench.emu("webhooks", { duplicate: 0, replay: true });
    await bench.drain();
    expect(received()).toBe(6);
    await bench.emu("webhooks", { replay: 1 });
    await bench.drain();
    expect(received()).toBe(7);
  });

  it("can be shuffled", async () => {
    await bench.emu("webhooks", { shuffle: true });
    for (let count = 0; count < 4; count++) await charged(bench.stripe);
    await bench.drain();
    const told = bench.ear.types("/platform");
    const inOrder = (await bench.stripe.events.list({ limit: 100 })).data.map((event) => event.type).reverse();
    expect(told).not.toEqual(inOrder);
    expect([...told].sort()).toEqual([...inOrder].sort());
  });
});

describe("an address", () => {
  it("still gets what waited when an address is registered again with another secret", async () => {
    bench.ear.answers.status = 500;
    await ask();
    await bench.drain();
    bench.ear.answers.status = 200;
    await bench.emu("endpoints", { url: `${bench.ear.url}/platform`, secret: "whsec_new", kind: "platform" });
    await bench.drain();
    const last = bench.ear.received.at(-1);
    bench.stripe.webhooks.constructEvent(last?.body ?? "", last?.signature ?? "", "whsec_new");
  });

  it("is told only what it asked for", async () => {
    const endpoint = await bench.stripe.webhookEndpoints.create({
      url: `${bench.ear.url}/chosen`,
      enabled_events: ["customer.deleted"],
    });
    expect(endpoint.secret).toMatch(/^whsec_/);
    expect((await bench.stripe.webhookEndpoints.retrieve(endpoint.id)).secret).toBeUndefined();
    await bench.stripe.customers.del((await ask()).id);
    await bench.drain();
    expect(bench.ear.types("/chosen")).toEqual(["customer.deleted"]);
  });

  it("of v2 can be pinged", async () => {
    const destination = await bench.stripe.v2.core.eventDestinations.create({
      name: "Lode",
      type: "webhook_endpoint",
      event_payload: "thin",
      enabled_events: ["v2.core.event_destination.ping"],
      webhook_endpoint: { url: `${bench.ear.url}/destination` },
      include: ["webhook_endpoint.signing_secret"],
    });
    expect(destination.webhook_endpoint?.signing_secret).toMatch(/^whsec_/);
    await bench.stripe.v2.core.eventDestinations.ping(destination.id);
    await bench.drain();
    expect(bench.ear.types("/destination")).toEqual(["v2.core.event_destination.ping"]);
  });
});
