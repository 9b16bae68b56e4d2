import type { Task, TaskList } from "graphile-worker";
import type { Job } from "#server/kernel/job.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import type { Tx } from "./db.ts";
import { log } from "./log.ts";

export type Asking = {
  /** Two requests with one key are one request, as long as it has not begun. */
  readonly key?: string;
  /** For a retry after a backoff only: deadlines are columns, found by sweeps. System time, not Lode's. */
  readonly delayMs?: number;
  readonly maxAttempts?: number;
};

/** Asks for work. It is kept with the transaction's other writes or not at all, and done at least once after it. */
export async function enqueue<Payload>(
  tx: Tx,
  job: Job<Payload>,
  payload: Payload,
  asking: Asking = {},
): Promise<void> {
  const json = JSON.stringify(job.payload.parse(payload));
  const { key = null, delayMs = 0, maxAttempts = 25 } = asking;
  await tx.$executeRaw`
    select graphile_worker.add_job(${job.name}, ${json}::json, job_key => ${key}, max_attempts => ${maxAttempts}::int,
      run_at => case when ${delayMs}::int = 0 then null else now() + ${delayMs}::int * interval '1 millisecond' end)`;
}

/**
 * Says who does a job. May run twice for one request: a handler finds out what is already done before it does it.
 * A refusal ends the job: asking again would be refused again. Anything else is tried again later.
 */
export function handle<Payload>(job: Job<Payload>, work: (payload: Payload) => Promise<void>): TaskList {
  const task: Task = async (payload) => {
    try {
      await work(job.payload.parse(payload));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      log.warn("job refused", { job: job.name, refusal: error.code });
    }
  };
  return { [job.name]: task };
}
