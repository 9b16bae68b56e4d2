import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { jobs, sweeps } from "#server/jobs.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { openStripeDoor, pull } from "./sandbox-stripe.ts";

const CONCURRENCY = 4;
const POLL_MS = 50;
const LOOK_AGAIN_MS = 5;
/** Nobody in a played town reads mail: telling somebody is the one thing that is not done. */
const unread: TaskList = Object.fromEntries(
  Object.entries(jobs).map(([name, work]) => [name, name.endsWith(".tell") ? async () => undefined : work]),
);

/** Lode without its web process, on a clock that its director moves: for towns that are played through in a minute. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Sets the clock to an instant, Stripe's included, and begins to do jobs and take webhooks. */
export async function openStage(begin: Date) {
  await setClock(begin);
  const server = await openStripeDoor();
  const runner = await run({
    connectionString: env.DATABASE_URL,
    taskList: unread,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  return {
    settle,
    /** Lets time pass: every clock that runs out on the way is looked at, and what follows from it is done. */
    async moveTo(instant: Date): Promise<void> {
      await setClock(instant);
      for (const sweep of Object.values(sweeps)) await sweep(instant);
      await settle();
    },
    close: () => close(runner, server),
  };
}

/** Waits until no job is due and Stripe has nothing more to tell. */
async function settle(): Promise<void> {
  for (let quiet = false; !quiet; ) {
    await jobsAreDone();
    const { effects, delivered } = await pull<{ effects: number; delivered: number }>("drain", {});
    quiet = effects + delivered === 0 && (await dueJobs()) === 0;
  }
}

async function jobsAreDone(): Promise<void> {
  while ((await dueJobs()) > 0) await sleep(LOOK_AGAIN_MS);
}

async function dueJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ due: number }[]>`
    select count(*)::int as due from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
  return row?.due ?? 0;
}

async function setClock(instant: Date): Promise<void> {
  await inTransaction((tx) => clock.moveTo(tx, instant));
  await pull("clock", { offset_ms: instant.getTime() - Date.now() });
}

async function close(runner: Runner, server: Server): Promise<void> {
  await runner.stop();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}
