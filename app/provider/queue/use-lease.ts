"use client";
import { useEffect, useRef, useState } from "react";
import { useNow } from "#app/_ui/viewer.tsx";
import { MINUTE_MS } from "#server/kernel/time.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { LEASE_MS } from "#server/prospects/queue.ts";

/** An agent who touched nothing for this long is away. */
const AWAY_MS = 6 * MINUTE_MS;
const RENEW_MS = 4 * MINUTE_MS;
const HANDS = ["keydown", "pointerdown", "pointermove"] as const;

/**
 * Keeps the prospect in work with an agent whose hands are on the page, and says how many minutes one has left who
 * is away: null while there is no need, 0 when it is over.
 */
export function useLease(
  prospectId: ProspectId | null,
  until: Date | null | undefined,
  renew: (about: { prospectId: ProspectId }) => Promise<Date>,
) {
  const now = useNow(MINUTE_MS / 4);
  const [end, setEnd] = useState<number | null>(null);
  const touchedAt = useRef(Date.now());
  useEffect(() => setEnd(until?.getTime() ?? null), [until]);

  useEffect(() => {
    const note = () => {
      touchedAt.current = Date.now();
    };
    for (const hand of HANDS) document.addEventListener(hand, note, { passive: true });
    return () => {
      for (const hand of HANDS) document.removeEventListener(hand, note);
    };
  }, []);

  const keep = async () => {
    if (prospectId) setEnd((await renew({ prospectId }).catch(() => null))?.getTime() ?? 0);
  };
  const latest = useRef(keep);
  latest.current = keep;
  useEffect(() => {
    if (!prospectId) return;
    const timer = setInterval(() => {
      if (Date.now() - touchedAt.current < AWAY_MS) void latest.current();
    }, RENEW_MS);
    return () => clearInterval(timer);
  }, [prospectId]);

  const left = end === null ? LEASE_MS : end - now;
  const isAway = left < LEASE_MS - AWAY_MS - RENEW_MS;
  return { keep, minutesLeft: isAway ? Math.max(0, Math.ceil(left / MINUTE_MS)) : null };
}
