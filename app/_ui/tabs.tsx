import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Tab = { href: string; label: ReactNode; count?: number | undefined; current?: boolean };

/** The views of a room; each is an address. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={props.label} className="flex items-center gap-0.5">
      {props.tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          scroll={false}
          aria-current={tab.current ? "true" : undefined}
          className={cx(
            "inline-flex h-7 items-center gap-1.5 whitespace-nowrap rounded-control px-2.5 phone:h-9",
            tab.current ? "bg-hover font-medium text-ink" : "text-ink-2 hover:bg-hover",
          )}
        >
          {tab.label}
          {tab.count !== undefined && <span className="num">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
