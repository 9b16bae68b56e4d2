import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** The story of an amount or a lead as a vein: solid where it happened, dashed where it waits. */
export function Vein(props: { children: ReactNode }) {
  return <ol className="grid">{props.children}</ol>;
}

/** One station: what, when and by whom, its amount or link at the end; `waiting` has not happened yet. */
export function VeinStep(props: {
  icon: IconName;
  title: ReactNode;
  end?: ReactNode;
  facts?: ReactNode;
  waiting?: boolean;
  /** The next station waits, so the line to it is dashed. */
  beforeWaiting?: boolean;
  children?: ReactNode;
}) {
  return (
    <li
      className={cx(
        "relative flex gap-3 pb-[13px] last:pb-0 before:absolute before:top-6 before:bottom-0 before:left-[11px] last:before:hidden",
        props.waiting || props.beforeWaiting
          ? "before:border-line-strong before:border-l-2 before:border-dashed"
          : "before:w-0.5 before:bg-copper-mark",
      )}
    >
      <span
        className={cx(
          "relative z-1 grid h-6 w-6 flex-none place-items-center rounded-control",
          props.waiting
            ? "bg-surface text-ink-3 shadow-[0_0_0_1px_var(--line-strong)]"
            : "bg-copper-tint text-copper-text shadow-[0_0_0_1px_var(--copper-line)]",
        )}
      >
        <Icon name={props.icon} className="h-3.5! w-3.5!" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-start justify-between gap-2">
          <p className="font-medium">{props.title}</p>
          {props.end && <span className="flex-none">{props.end}</span>}
        </div>
        {props.facts && <p className="text-12 text-ink-3">{props.facts}</p>}
        {props.children}
      </div>
    </li>
  );
}
