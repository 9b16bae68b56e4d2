"use client";
import { useWords } from "#app/_words/use-words.ts";
import { HUE_CLASS } from "./badge.tsx";
import { cx } from "./cx.ts";
import { useDuration } from "./duration.ts";
import { dateFormat } from "./format.ts";
import { Icon } from "./icon.tsx";
import { useNow, useViewer } from "./viewer.tsx";

const HOUR = 3_600_000;

/** A deadline that runs out: sign, words and a bar; slate, then sulphur under 12 hours, cinnabar under 4 and when overdue. */
export function Clock(props: {
  due: Date | string;
  since?: Date | string;
  short?: boolean;
  className?: string | undefined;
}) {
  const t = useWords("common");
  const duration = useDuration();
  const { locale, zone } = useViewer();
  const now = useNow();
  const due = new Date(props.due);
  const left = due.getTime() - now;
  const hue = left < 4 * HOUR ? "cinnabar" : left < 12 * HOUR ? "sulphur" : "slate";
  const whole = props.since ? due.getTime() - new Date(props.since).getTime() : 0;
  const exact = dateFormat(locale, zone, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <time
      dateTime={due.toISOString()}
      title={exact.format(due)}
      className={cx(
        HUE_CLASS[hue],
        "inline-flex flex-none items-center gap-1.5 whitespace-nowrap font-medium text-12 text-hue-fg",
        props.className,
      )}
      suppressHydrationWarning
    >
      <Icon name="clock" />
      {t(left < 0 ? "time.overdue" : "time.left", { time: duration(Math.abs(left), props.short) })}
      {whole > 0 && left >= 0 && (
        <span className="flex h-1 w-10 overflow-hidden rounded-[2px] bg-line" aria-hidden="true">
          <span className="bg-hue-mark" style={{ width: `${Math.min(100, (left / whole) * 100)}%` }} />
        </span>
      )}
    </time>
  );
}
