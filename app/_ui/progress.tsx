"use client";
import { useId } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Bar } from "./bar.tsx";
import { useDuration } from "./duration.ts";
import { numberFormat } from "./format.ts";
import { useViewer } from "./viewer.tsx";

/** How far something long has come: its name, counts, a bar, and the time left when it is known. */
export function Progress(props: { label: string; done: number; total: number; leftMs?: number | null | undefined }) {
  const t = useWords("common");
  const duration = useDuration();
  const { locale } = useViewer();
  const id = useId();
  const number = numberFormat(locale);
  const counts = t("progress.counts", { done: number.format(props.done), total: number.format(props.total) });
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-12">
        <span id={id} className="min-w-0 truncate font-medium">
          {props.label}
        </span>
        <span className="num text-ink-3">
          {counts}
          {props.leftMs ? `, ${t("progress.remaining", { time: duration(props.leftMs) })}` : ""}
        </span>
      </div>
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.total}
        aria-valuenow={props.done}
        aria-valuetext={counts}
      >
        <Bar share={props.total ? props.done / props.total : 0} />
      </div>
    </div>
  );
}
