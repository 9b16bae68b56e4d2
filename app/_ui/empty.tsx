import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** An empty room: one sentence on what it is for, and its first action. Not for a filter that hides everything. */
export function Empty(props: { icon: IconName; title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid max-w-[420px] content-start justify-items-start gap-2 p-6">
      <span className="grid h-10 w-10 place-items-center rounded-card border border-line bg-sunken text-copper-mark">
        <Icon name={props.icon} className="h-5! w-5!" />
      </span>
      <h2 className="mt-1 font-semibold text-16">{props.title}</h2>
      {props.children && <p className="text-ink-2 leading-[1.6]">{props.children}</p>}
      {props.action && <div className="mt-2 flex flex-wrap gap-2">{props.action}</div>}
    </div>
  );
}
