"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Note } from "#app/_ui/note.tsx";

/** Back from a page of Stripe's: what came of it is asked for once, then the address forgets that one was there. */
export function BackFromStripe(props: { says: string; then: string; read: () => Promise<unknown> }) {
  const router = useRouter();
  const asked = useRef(false);
  const { read, then } = props;
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void read().then(() => router.replace(then, { scroll: false }));
  }, [read, then, router]);
  return (
    <div role="status">
      <Note hue="azurite">{props.says}</Note>
    </div>
  );
}
