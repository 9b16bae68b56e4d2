"use client";
import { dateFormat } from "./format.ts";
import { useNow, useViewer } from "./viewer.tsx";

/** A calendar day, "2026-11-23" → "23 Nov", with its year when it is not this one. It has no zone. */
export function Day(props: { day: string; long?: boolean; className?: string | undefined }) {
  const { locale } = useViewer();
  const now = useNow(3_600_000);
  const at = new Date(`${props.day}T00:00:00Z`);
  const thisYear = props.day.startsWith(`${new Date(now).getUTCFullYear()}-`);
  const format = dateFormat(locale, "UTC", {
    day: "numeric",
    month: props.long ? "long" : "short",
    ...(thisYear && !props.long ? {} : { year: "numeric" }),
  });
  return (
    <time dateTime={props.day} className={`num ${props.className ?? ""}`} suppressHydrationWarning>
      {format.format(at)}
    </time>
  );
}
