import { eventsRouter } from "#server/events/events.router.ts";
import { membersRouter } from "#server/members/members.router.ts";
import { createCallerFactory, router } from "./trpc.ts";

export const appRouter = router({
  events: eventsRouter,
  members: membersRouter,
});
export type AppRouter = typeof appRouter;
export const createCaller = createCallerFactory(appRouter);
