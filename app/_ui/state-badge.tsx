"use client";
import type { ReactNode } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Badge } from "./badge.tsx";
import { Sep } from "./sep.tsx";
import { type Mark, STATES, type StateObject, type StateOf } from "./states.ts";

/** The state of a program, lead, deal, payout… in its one hue, sign and word; `children` may add why ("duplicate"). */
export function StateBadge<O extends StateObject>(props: { object: O; state: StateOf<O>; children?: ReactNode }) {
  const t = useWords("state");
  const marks: Record<string, Mark> = STATES[props.object];
  return (
    <Badge mark={marks[props.state] ?? "slate"}>
      {t(`${props.object}.${props.state}` as Parameters<typeof t>[0])}
      {props.children && <Sep />}
      {props.children}
    </Badge>
  );
}
