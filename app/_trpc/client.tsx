"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "#server/trpc/root.ts";

const ENDPOINT = "/api/trpc";
const MAX_URL_LENGTH = 2000;
const STALE_MS = 30_000;
/** Without a connection a press fails at once and in words; it is never kept and done behind the person's back. */
const AT_ONCE = { networkMode: "always" } as const;

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

/** The router as a browser sees it: `const trpc = useTRPC(); useAct(trpc.leads.accept.mutationOptions())`. */
export { useTRPC };

const connect = () =>
  createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === "subscription",
        true: httpSubscriptionLink({ transformer: superjson, url: ENDPOINT }),
        false: httpBatchLink({ transformer: superjson, url: ENDPOINT, maxURLLength: MAX_URL_LENGTH }),
      }),
    ],
  });

/** Gives a workspace's client components the wire. */
export function Wire(props: { children: ReactNode }) {
  const [trpcClient] = useState(connect);
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: STALE_MS, retry: false }, mutations: AT_ONCE } }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        {props.children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
