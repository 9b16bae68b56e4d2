import type { TaskList } from "graphile-worker";

/** Every job there is, and who does it. */
export const jobs: TaskList = {};

/** What Lode does when a clock runs out, by name: each is told the time and finds its own deadlines. */
export type Sweeps = Readonly<Record<string, (now: Date) => Promise<void>>>;
export const sweeps: Sweeps = {};
