"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useTRPC } from "./client.tsx";

/** Several things that happen together are shown together. */
const GATHER_MS = 80;

/**
 * Keeps the open page true: whatever happens for this organisation is fetched again as soon as it is told.
 * `cursor` was taken before the page was rendered, so nothing in between is missed; a dropped connection resumes.
 */
export function Live(props: { cursor: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  // Fixed, or each fetch of the page would connect anew; after a drop the connection itself goes on from its last event.
  const [from] = useState(props.cursor);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [refreshing, start] = useTransition();
  /** Something happened while the page was being fetched: it is fetched once more, and never thrown away half-way. */
  const stale = useRef(false);

  const show = () => {
    // Without a connection a fetch would end in the browser's own error page: it waits until there is one.
    stale.current = refreshing || !navigator.onLine;
    if (!navigator.onLine) return;
    if (!refreshing) start(() => router.refresh());
    void queries.invalidateQueries();
  };
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (!refreshing && stale.current) latest.current();
  }, [refreshing]);

  useEffect(() => {
    const resume = () => stale.current && latest.current();
    window.addEventListener("online", resume);
    return () => window.removeEventListener("online", resume);
  }, []);

  const follow = trpc.events.follow.subscriptionOptions(
    { lastEventId: from },
    {
      onData: () => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(), GATHER_MS);
      },
    },
  );
  const { status } = useSubscription(follow);
  useEffect(() => () => clearTimeout(timer.current), []);
  return <span hidden data-live={status} />;
}
