import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** A small fact about a person in a frame: local time, language, score. Not a state and not a button. */
export function Chip(props: { icon?: IconName; children: ReactNode }) {
  return (
    <span className="inline-flex h-6 items-center gap-[5px] whitespace-nowrap rounded-badge border border-line px-2 text-12 text-ink-2">
      {props.icon && <Icon name={props.icon} className="h-3.5! w-3.5! text-ink-3" />}
      {props.children}
    </span>
  );
}
