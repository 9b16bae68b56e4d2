import { eventsRouter } from "#server/events/events.router.ts";
import { insightRouter } from "#server/insight/insight.router.ts";
import { ledgerRouter } from "#server/ledger/ledger.router.ts";
import { membersRouter } from "#server/members/members.router.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  events: eventsRouter,
  ledger: ledgerRouter,
  insight: insightRouter,
  members: membersRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
