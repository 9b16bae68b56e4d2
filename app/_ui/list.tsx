import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A column of things to work through. `j` and `k` move in it. */
export function List(props: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={props.label} data-list>
      {props.children}
    </ul>
  );
}

/** One thing of a list: title and something at its end, facts, and a last line (clock, money). */
export function ListItem(props: {
  href: string;
  selected?: boolean | undefined;
  title: ReactNode;
  end?: ReactNode;
  facts?: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <li>
      <Link
        href={props.href}
        scroll={false}
        data-item
        aria-current={props.selected ? "true" : undefined}
        className={cx(
          "block border-line border-b px-4 py-[11px] focus-visible:rounded-none focus-visible:shadow-[inset_0_0_0_2px_var(--copper-mark)] phone:py-[13px]",
          props.selected ? "bg-copper-tint shadow-[inset_2px_0_0_var(--copper-mark)]" : "hover:bg-sunken",
        )}
      >
        <span className="flex min-w-0 items-center justify-between gap-2">
          <span className="min-w-0 truncate font-medium">{props.title}</span>
          {props.end && <span className="num flex-none text-12 text-ink-2">{props.end}</span>}
        </span>
        {props.facts && <span className="mt-0.5 block truncate text-12 text-ink-3">{props.facts}</span>}
        {props.foot && (
          <span className="mt-2 flex min-w-0 flex-wrap items-center justify-between gap-x-2 gap-y-1 text-12">
            {props.foot}
          </span>
        )}
      </Link>
    </li>
  );
}
