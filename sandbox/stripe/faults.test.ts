import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, refusal } from "./testing.ts";

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const order = (action: string, match: object = { method: "POST", path: "/v1/customers" }) =>
  bench.emu("faults", { match, action });
const create = (idempotencyKey: string) => bench.stripe.customers.create({}, { idempotencyKey });
const count = async () => (await bench.stripe.customers.list()).data.length;

describe("when Stripe misbehaves", () => {
  it("a cut connection leaves the work done, and the same key finds it", async () => {
    await order("drop_after_commit");
    // The SDK itself repeats a reset connection once, with the same key.
    const customer = await create("k");
    expect(customer.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(await count()).toBe(1);
  });

  it("a cut answer leaves the work done and the caller in doubt", async () => {
    await order("truncate_body");
    expect((await refusal(create("k"))).type).toBe("StripeConnectionError");
    expect(await count()).toBe(1);
    expect((await create("k")).lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  it("an error after the work is kept under the key, though the work is done", async () => {
    await order("500_after_commit");
    expect((await refusal(create("k"))).statusCode).toBe(500);
    expect((await refusal(create("k"))).headers?.["idempotent-replayed"]).toBe("true");
    expect(await count()).toBe(1);
  });

  it("an error before the work does nothing and is not kept", async () => {
    await order("500_before");
    expect((await refusal(create("k"))).statusCode).toBe(500);
    expect(await count()).toBe(0);
    expect((await create("k")).object).toBe("customer");
  });

  it("too many requests, or a locked object, do nothing", async () => {
    for (const [action, code] of Object.entries({ 429: "rate_limit", lock_timeout: "lock_timeout" })) {
      await order(action);
      expect(await refusal(create("k"))).toMatchObject({ type: "StripeRateLimitError", statusCode: 429, code });
    }
    expect(await count()).toBe(0);
  });

  it("a slow request keeps its key for itself until it is done", async () => {
    await order("slow(150)");
    const slow = create("k");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await refusal(create("k"))).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    const done = await slow;
    expect((await create("k")).id).toBe(done.id);
  });

  it("an event can be there before the answer is", async () => {
    await order("webhook_before_response");
    await create("k");
    expect(bench.ear.types("/platform")).toEqual(["customer.created"]);
  });

  it("may be away for a while", async () => {
    await bench.emu("faults", { match: { path: "^/v1/" }, action: "drop_before", times: 4 });
    // Each call is two requests: the SDK itself repeats a reset connection once.
    expect((await refusal(create("k"))).type).toBe("StripeConnectionError");
    expect((await refusal(create("k"))).type).toBe("StripeConnectionError");
    expect((await create("k")).lastResponse.headers["idempotent-replayed"]).toBeUndefined();
  });

  it("strikes the nth request that matches, and once", async () => {
    await order("429", { method: "POST", path: "^/v1/customers$", nth: 2 });
    await create("a");
    expect((await refusal(create("b"))).statusCode).toBe(429);
    await create("c");
    expect(await count()).toBe(2);
  });
});

describe("a key", () => {
  it("is forgotten after a day", async () => {
    const first = await create("k");
    await bench.emu("clock", { advance_ms: 86_400_001 });
    expect((await create("k")).id).not.toBe(first.id);
  });

  it("belongs to one address of the API", async () => {
    await create("k");
    const error = await refusal(bench.stripe.topups.create({ amount: 1, currency: "usd" }, { idempotencyKey: "k" }));
    expect(error.message).toContain("('/v1/customers')");
  });

  it("of live money is refused, and so is another version", async () => {
    expect((await refusal(bench.sdk("sk_live_x").customers.list())).statusCode).toBe(401);
    const older = bench.sdk("sk_test_x", { apiVersion: "2024-04-10" as never });
    expect((await refusal(older.customers.list())).message).toContain("Invalid Stripe API version");
  });
});

describe("the clock", () => {
  it("goes forward only, once something has happened", async () => {
    await create("k");
    expect(await bench.emu("clock", { offset_ms: 5_000 })).toMatchObject({ offset_ms: 5_000 });
    expect(await bench.emu("clock", { offset_ms: 1_000 })).toMatchObject({ offset_ms: 5_000 });
    expect(await bench.emu("clock", { advance_ms: 1_000 })).toMatchObject({ offset_ms: 6_000 });
  });

  it("and the seed decide the ids, after a reset", async () => {
    const ids: string[] = [];
    for (let round = 0; round < 2; round++) {
      await bench.emu("reset", { seed: "town" });
      ids.push((await bench.stripe.customers.create({})).id);
    }
    expect(ids[0]).toBe(ids[1]);
  });
});
