import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/trpc/root.ts";

/** What each procedure answers: `Answers["leads"]["inbox"]`. */
export type Answers = inferRouterOutputs<AppRouter>;
