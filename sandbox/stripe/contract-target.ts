import Stripe from "stripe";
import { afterAll, beforeAll, it } from "vitest";
import { openBench } from "./testing.ts";

const POLLS = 60;

/** Against whom the contract is checked: the sandbox, or Stripe itself with a test account's key. */
interface Target {
  stripe: Stripe;
  real: boolean;
  /** The same account, reached with another key or another version. */
  as(key: string, config?: Partial<Stripe.StripeConfig>): Stripe;
  /** Waits for something that comes by itself: the sandbox is worked off, Stripe is asked again. */
  settled<T>(read: () => Promise<T>, done: (value: T) => boolean): Promise<T>;
  close(): Promise<void>;
}

async function openTarget(): Promise<Target> {
  if (process.env.CONTRACT_TARGET !== "stripe") return openSandbox();
  const key = process.env.STRIPE_CONTRACT_KEY ?? "";
  if (!/^(sk|rk)_test_/.test(key)) throw new Error("STRIPE_CONTRACT_KEY must be a test key of Stripe.");
  return {
    stripe: new Stripe(key, { telemetry: false }),
    real: true,
    as: (other, config = {}) => new Stripe(other, { telemetry: false, ...config }),
    async settled(read, done) {
      for (let poll = 0; poll < POLLS; poll++) {
        const value = await read();
        if (done(value)) return value;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
      throw new Error("Stripe did not settle this in a minute.");
    },
    close: async () => {},
  };
}

async function openSandbox(): Promise<Target> {
  const bench = await openBench();
  return {
    stripe: bench.stripe,
    real: false,
    as: bench.sdk,
    async settled(read, done) {
      await bench.drain();
      const value = await read();
      if (!done(value)) throw new Error("Working everything off did not settle this.");
      return value;
    },
    close: bench.close,
  };
}

/** A file of contract cases: how to state one, and against whom it is checked. */
export function contract() {
  let opened: Target | undefined;
  let cases = 0;
  beforeAll(async () => {
    opened = await openTarget();
  });
  afterAll(async () => {
    await opened?.close();
    if (opened?.real === false) console.log(`${cases} contract cases not verified against Stripe`);
  });
  return {
    holds(name: string, work: () => Promise<void>): void {
      cases += 1;
      it(name, work);
    },
    target(): Target {
      if (!opened) throw new Error("The target is open only while cases run.");
      return opened;
    },
  };
}
