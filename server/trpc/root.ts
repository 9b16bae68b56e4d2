import { billingRouter } from "#server/billing/billing.router.ts";
import { dealsRouter } from "#server/deals/deals.router.ts";
import { eventsRouter } from "#server/events/events.router.ts";
import { insightRouter } from "#server/insight/insight.router.ts";
import { leadsRouter } from "#server/leads/leads.router.ts";
import { ledgerRouter } from "#server/ledger/ledger.router.ts";
import { membersRouter } from "#server/members/members.router.ts";
import { payoutsRouter } from "#server/payouts/payouts.router.ts";
import { programsRouter } from "#server/programs/programs.router.ts";
import { prospectsRouter } from "#server/prospects/prospects.router.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  leads: leadsRouter,
  deals: dealsRouter,
  programs: programsRouter,
  events: eventsRouter,
  ledger: ledgerRouter,
  payouts: payoutsRouter,
  billing: billingRouter,
  insight: insightRouter,
  members: membersRouter,
  prospects: prospectsRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
