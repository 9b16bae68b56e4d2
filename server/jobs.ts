import type { TaskList } from "graphile-worker";
import { billingJobs, billingSweeps } from "#server/billing/billing.jobs.ts";
import { dealsJobs, dealsSweeps } from "#server/deals/deals.jobs.ts";
import { leadsJobs, leadsSweeps } from "#server/leads/leads.jobs.ts";
import { membersJobs, membersSweeps } from "#server/members/members.jobs.ts";
import { payoutsJobs, payoutsSweeps } from "#server/payouts/payouts.jobs.ts";
import { prospectsJobs, prospectsSweeps } from "#server/prospects/prospects.jobs.ts";

/** Every job there is, and who does it. */
export const jobs: TaskList = {
  ...payoutsJobs,
  ...billingJobs,
  ...membersJobs,
  ...leadsJobs,
  ...dealsJobs,
  ...prospectsJobs,
};

/** What Lode does when a clock runs out, by name: each is told the time and finds its own deadlines. */
export type Sweeps = Readonly<Record<string, (now: Date) => Promise<void>>>;
export const sweeps: Sweeps = {
  ...payoutsSweeps,
  ...billingSweeps,
  ...membersSweeps,
  ...leadsSweeps,
  ...dealsSweeps,
  ...prospectsSweeps,
};
