import { collectJobs } from "./collect.jobs.ts";
import { inboxJobs, inboxSweeps } from "./inbox.jobs.ts";
import { mirrorJobs, mirrorSweeps } from "./mirror.jobs.ts";
import { retriesDue } from "./retries-due.ts";
import { setupJobs } from "./setup.jobs.ts";

export const billingJobs = { ...setupJobs, ...collectJobs, ...mirrorJobs, ...inboxJobs };

export const billingSweeps = { "billing.retries-due": retriesDue, ...inboxSweeps, ...mirrorSweeps };
