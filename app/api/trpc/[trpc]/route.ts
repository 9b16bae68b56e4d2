import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { contextFrom } from "#server/members/auth.ts";
import { appRouter } from "#server/trpc/root.ts";

const answer = (req: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: () => contextFrom(req.headers),
  });

export { answer as GET, answer as POST };
