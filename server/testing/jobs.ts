import { Logger, runOnce } from "graphile-worker";
import { jobs } from "#server/jobs.ts";
import { env } from "#server/platform/env.ts";

const quiet = new Logger(() => () => undefined);

/** Does every job that is asked for and due, and those they ask for, until none is left. */
export const doAllJobs = (): Promise<void> =>
  runOnce({ connectionString: env.DATABASE_URL, taskList: jobs, noHandleSignals: true, logger: quiet, concurrency: 2 });
