import type { Server } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { doAllJobs } from "./jobs.ts";
import { openStripeDoor, pull } from "./sandbox-stripe.ts";

/** Lets this file's sandbox Stripe tell Lode what happens, through the route's own door. */
export function hearSandboxStripe(): void {
  let door: Server | undefined;
  beforeAll(async () => {
    door = await openStripeDoor();
  });
  afterAll(() => {
    door?.closeAllConnections();
    door?.close();
  });
}

/** Orders a misbehaviour for the next request that matches. */
export const fault = (action: string, method: string, path: string, nth = 1): Promise<unknown> =>
  pull("faults", { match: { method, path, nth }, action });

/** Does what is asked for on both sides, until neither has anything to do. Jobs that failed do not wait for their next time. */
export async function settleDown(): Promise<void> {
  for (let quiet = false; !quiet; ) {
    await doAllJobs();
    const { effects, delivered } = await pull<{ effects: number; delivered: number }>("drain");
    quiet = effects + delivered === 0 && (await hurryJobs()) === 0;
  }
}

/** Failed jobs are tried again now instead of after their backoff; those that failed often stay where they are. */
const MOST_TRIES = 5;
async function hurryJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    with late as (select array_agg(id) as ids from graphile_worker.jobs where attempts < ${MOST_TRIES}::int)
    select count(*)::int as waiting from late, lateral graphile_worker.reschedule_jobs(late.ids, run_at => now())`;
  return row?.waiting ?? 0;
}

/** Lets time pass, at Stripe's too. */
export async function passTime(ms: number): Promise<Date> {
  const instant = new Date((await clock.now()).getTime() + ms);
  await inTransaction((tx) => clock.moveTo(tx, instant));
  await pull("clock", { offset_ms: instant.getTime() - Date.now() });
  return instant;
}

/** What the sandbox keeps of a kind of object, as it was created. */
export async function kept<Thing>(kind: string): Promise<Thing[]> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_emu/state`);
  const { objects } = (await answer.json()) as { objects: Record<string, Thing[] | undefined> };
  return objects[kind] ?? [];
}
