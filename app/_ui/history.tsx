import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** What happened between people, newest first: touches, messages, decisions. */
export function History(props: { children: ReactNode }) {
  return <ol>{props.children}</ol>;
}

/** One thing that happened; `facts` says when and who. */
export function HistoryItem(props: { icon: IconName; facts: ReactNode; children: ReactNode; end?: ReactNode }) {
  return (
    <li className="flex gap-2.5 border-line border-b py-2 last:border-b-0">
      <Icon name={props.icon} className="mt-0.5 text-ink-3" />
      <div className="min-w-0 flex-1">
        <div className="wrap-anywhere">{props.children}</div>
        <p className="num text-11 text-ink-3 whitespace-normal">{props.facts}</p>
      </div>
      {props.end}
    </li>
  );
}
