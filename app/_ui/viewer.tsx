"use client";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Locale } from "#app/_words/locale.ts";

type Viewer = { locale: Locale; zone: string; now: () => number };

const ViewerContext = createContext<Viewer>({ locale: "en", zone: "UTC", now: () => 0 });

/** Who is looking: language, time zone, and the server's now, which a demo may have moved. Pages get it from PageWords. */
export function ViewerProvider(props: { locale: Locale; zone: string; now: number; children: ReactNode }) {
  const { locale, now } = props;
  const [zone, setZone] = useState(props.zone);
  const [ahead, setAhead] = useState<number | null>(null);

  useEffect(() => setAhead(now - Date.now()), [now]);
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own) setZone(own);
  }, []);

  const viewer = useMemo(
    () => ({ locale, zone, now: () => (ahead === null ? now : Date.now() + ahead) }),
    [locale, zone, now, ahead],
  );
  return <ViewerContext value={viewer}>{props.children}</ViewerContext>;
}

/** The viewer of the page, for what writes numbers and dates. */
export const useViewer = (): Viewer => useContext(ViewerContext);

/** The server's present instant in milliseconds, renewed every so often while the page is open. */
export function useNow(everyMs = 30_000): number {
  const { now } = useViewer();
  const [instant, setInstant] = useState(now);
  useEffect(() => {
    setInstant(now());
    const timer = setInterval(() => setInstant(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return instant;
}
