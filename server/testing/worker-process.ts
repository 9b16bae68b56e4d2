import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach } from "vitest";

const living = new Set<ChildProcess>();

/** The real worker, in a process of its own, on this file's database; comes back when it is ready. */
export async function startWorker(stripeUrl: string): Promise<{ kill(): Promise<void> }> {
  const child = spawn(process.execPath, ["server/worker.ts"], {
    // biome-ignore lint/style/noProcessEnv: the surroundings of this file are handed on to its worker.
    env: { ...process.env, STRIPE_API_BASE: stripeUrl, LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  living.add(child);
  await ready(child);
  return { kill: () => kill(child) };
}

async function ready(child: ChildProcess): Promise<void> {
  for await (const chunk of child.stdout ?? []) if (String(chunk).includes("worker ready")) return;
  throw new Error(`the worker ended with ${child.exitCode ?? child.signalCode}`);
}

/** No time to say goodbye: what the worker was doing stays undone. */
const kill = (child: ChildProcess): Promise<void> => end(child, "SIGKILL");

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  living.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** After each test its workers finish what they are doing and end. */
export const endWorkers = (): void => {
  afterEach(async () => {
    await Promise.all([...living].map((child) => end(child, "SIGTERM")));
  });
};
