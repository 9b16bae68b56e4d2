"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
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
  const cursor = useRef(props.cursor);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const follow = trpc.events.follow.subscriptionOptions(
    { lastEventId: cursor.current },
    {
      onData: (row) => {
        cursor.current = row.id;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          router.refresh();
          void queries.invalidateQueries();
        }, GATHER_MS);
      },
    },
  );
  const { status } = useSubscription(follow);
  useEffect(() => () => clearTimeout(timer.current), []);
  return <span hidden data-live={status} />;
}
