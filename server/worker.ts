import { Logger, run } from "graphile-worker";
import { jobs } from "#server/jobs.ts";
import { env } from "#server/platform/env.ts";
import { log } from "#server/platform/log.ts";

const CONCURRENCY = 4;
const POLL_MS = 500;

/** The process that does the jobs. SIGTERM lets those under way finish; a killed one's jobs are done again by the next. */
const runner = await run({
  connectionString: env.DATABASE_URL,
  taskList: jobs,
  concurrency: CONCURRENCY,
  pollInterval: POLL_MS,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    if (level === "error") log.error(message);
  }),
});

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void runner.stop());
process.stdout.write("worker ready\n");
await runner.promise;
