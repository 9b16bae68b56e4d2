import type { TaskList } from "graphile-worker";

/** Every job there is, and who does it. */
export const jobs: TaskList = {};
