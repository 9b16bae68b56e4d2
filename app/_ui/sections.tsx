import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** The parts of a long editor at its left; `done` ticks, `changes` counts what is not yet sent. On a phone a row. */
export function SectionNav(props: {
  label: string;
  sections: readonly { href: string; label: string; current?: boolean; done?: boolean; changes?: number }[];
}) {
  return (
    <nav
      aria-label={props.label}
      className="grid flex-none content-start gap-0.5 border-line border-r px-3 py-4 phone:flex phone:overflow-x-auto phone:border-r-0 phone:border-b phone:py-2 wide:w-[168px]"
    >
      {props.sections.map((section) => (
        <Link
          key={section.href}
          href={section.href}
          aria-current={section.current ? "true" : undefined}
          className={cx(
            "flex min-h-[30px] items-center gap-2 rounded-control px-2 phone:min-h-10 phone:whitespace-nowrap",
            section.current ? "bg-hover font-medium text-ink" : "text-ink-2 hover:bg-hover",
          )}
        >
          {section.label}
          {section.changes ? (
            <span className="num ml-auto font-semibold text-11 text-copper-text">{section.changes}</span>
          ) : (
            section.done && (
              <Icon name="check" className="ml-auto h-[13px]! w-[13px]! text-malachite-mark phone:hidden" />
            )
          )}
        </Link>
      ))}
    </nav>
  );
}

/** A titled part of a form with one sentence on what it is; a rule divides it from the next. */
export function Section(props: { id?: string; title: ReactNode; says?: ReactNode; children: ReactNode }) {
  return (
    <section id={props.id} className="grid scroll-mt-16 gap-3.5 border-line border-b py-5 last:border-b-0">
      <div>
        <h2 className="font-semibold text-14 leading-[1.3]">{props.title}</h2>
        {props.says && <p className="mt-0.5 text-12 text-ink-3">{props.says}</p>}
      </div>
      <div className="grid gap-4">{props.children}</div>
    </section>
  );
}

/** Fields beside each other: two or three to a line, fewer on a phone. */
export function FieldRow(props: { of: 2 | 3; children: ReactNode }) {
  return (
    <div
      className={cx("grid items-start gap-3.5", props.of === 3 ? "grid-cols-2 wide:grid-cols-3" : "wide:grid-cols-2")}
    >
      {props.children}
    </div>
  );
}
