import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import { jobs, sweeps } from "#server/jobs.ts";
import { clock } from "#server/platform/clock.ts";
import { env } from "#server/platform/env.ts";
import { errorFacts, log } from "#server/platform/log.ts";
import { takePlace } from "#server/platform/worker-place.ts";

const CONCURRENCY = 4;
const POLL_MS = 500;
const SWEEP_EVERY_MS = env.SANDBOX ? 1_000 : 60_000;

/** The process that does the jobs. SIGTERM lets those under way finish; a killed one's jobs are done again by the next. */
const { runner } = await takePlace(begin, (error) => {
  log.error("the worker lost its place", errorFacts(error));
  process.exit(1);
});

/** Begins to do jobs, under the name that the queue writes on those under way. */
async function begin() {
  const events: WorkerEvents = new EventEmitter();
  const named = new Promise<string>((know) => events.once("pool:create", ({ workerPool }) => know(workerPool.id)));
  const runner = await run({
    connectionString: env.DATABASE_URL,
    taskList: jobs,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message) => {
      if (level === "error") log.error(message);
    }),
  });
  return { runner, name: await named };
}

const stop = new AbortController();
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stop.abort());

/** Looks at every clock in turn; one that fails does not keep the others from running. */
async function sweepUntilStopped(): Promise<void> {
  while (!stop.signal.aborted) {
    for (const [name, sweep] of Object.entries(sweeps)) {
      await clock
        .now()
        .then(sweep)
        .catch((error: unknown) => log.error("a sweep failed", { sweep: name, ...errorFacts(error) }));
    }
    await sleep(SWEEP_EVERY_MS, undefined, { signal: stop.signal }).catch(() => undefined);
  }
}

process.stdout.write("worker ready\n");
await sweepUntilStopped();
await runner.stop();
process.exit(0);
