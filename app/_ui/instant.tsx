"use client";
import { dateFormat, relativeFormat } from "./format.ts";
import { useNow, useViewer } from "./viewer.tsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When something happened, in the viewer's zone: "18 Nov, 14:06", relative under a day; the exact instant on hover. */
export function Instant(props: { at: Date | string; relative?: boolean; className?: string | undefined }) {
  const { locale, zone } = useViewer();
  const now = useNow();
  const at = new Date(props.at);
  const away = at.getTime() - now;
  const exact = dateFormat(locale, zone, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  });
  const relative = (props.relative ?? true) && Math.abs(away) < DAY;
  const sameYear = dateFormat(locale, zone, { year: "numeric" });
  const plain = dateFormat(locale, zone, {
    ...(sameYear.format(at) === sameYear.format(now) ? {} : { year: "numeric" }),
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <time
      dateTime={at.toISOString()}
      title={exact.format(at)}
      className={`num ${props.className ?? ""}`}
      suppressHydrationWarning
    >
      {relative ? away_(away) : plain.format(at)}
    </time>
  );

  function away_(ms: number): string {
    const format = relativeFormat(locale);
    if (Math.abs(ms) < HOUR) return format.format(Math.trunc(ms / MINUTE), "minute");
    return format.format(Math.trunc(ms / HOUR), "hour");
  }
}
