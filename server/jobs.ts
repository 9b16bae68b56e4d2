import type { TaskList } from "graphile-worker";
import { leadsJobs, leadsSweeps } from "#server/leads/leads.jobs.ts";
import { prospectsSweeps } from "#server/prospects/prospects.jobs.ts";
import { membersJobs, membersSweeps } from "#server/members/members.jobs.ts";

/** Every job there is, and who does it. */
export const jobs: TaskList = { ...membersJobs, ...leadsJobs };

/** What Lode does when a clock runs out, by name: each is told the time and finds its own deadlines. */
export type Sweeps = Readonly<Record<string, (now: Date) => Promise<void>>>;
export const sweeps: Sweeps = { ...membersSweeps, ...leadsSweeps, ...prospectsSweeps };
