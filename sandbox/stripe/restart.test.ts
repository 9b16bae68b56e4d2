import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Stripe from "stripe";
import { afterEach, describe, expect, it } from "vitest";
import { lever } from "./testing.ts";

const MAIN = join(import.meta.dirname, "main.ts");
const folder = mkdtempSync(join(tmpdir(), "sandbox-stripe-"));
let running: ChildProcess | undefined;

afterEach(() => {
  running?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function start(port: number): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [MAIN, "--port", String(port), "--file", join(folder, "deep", "stripe.db")]);
  running = child;
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
      const url = /sandbox Stripe ready on (\S+)\n/.exec(said)?.[1];
      if (url) resolve({ url, process: child });
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once("exit", resolve));
}

const connect = (url: string) =>
  new Stripe("sk_test_x", { host: "127.0.0.1", port: new URL(url).port, protocol: "http", telemetry: false });

describe("the sandbox's process", () => {
  it("keeps everything when it is killed, and answers a repeated request as before", async () => {
    const first = await start(0);
    const options = { idempotencyKey: "k" };
    const made = await connect(first.url).customers.create({ email: "a@example.com" }, options);
    await lever(first.url, "clock", { offset_ms: 60_000 });
    first.process.kill("SIGKILL");
    await ended(first.process);
    const second = await start(0);
    const stripe = connect(second.url);
    expect((await stripe.customers.retrieve(made.id)).id).toBe(made.id);
    const again = await stripe.customers.create({ email: "a@example.com" }, options);
    expect([again.id, again.lastResponse.headers["idempotent-replayed"]]).toEqual([made.id, "true"]);
    expect((await lever(second.url, "state")).clock).toMatchObject({ offset_ms: 60_000 });
    second.process.kill("SIGTERM");
    expect(await ended(second.process)).toBe(0);
  });

  it("does what was still to be done after a kill, by itself", async () => {
    const first = await start(0);
    const intent = await connect(first.url).paymentIntents.create({
      amount: 1_000,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "https://lode.example/",
    });
    first.process.kill("SIGKILL");
    await ended(first.process);
    const second = await start(0);
    await lever(second.url, "drain", {});
    const charge = await connect(second.url).charges.retrieve(String(intent.latest_charge));
    expect(String(charge.balance_transaction)).toMatch(/^txn_/);
  });

  it("says so when its port is taken", async () => {
    const first = await start(0);
    await expect(start(Number(new URL(first.url).port))).rejects.toThrow("ended with 1");
    first.process.kill("SIGKILL");
  });
});
