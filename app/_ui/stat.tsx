import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** The figures on top of a home page, beside each other in one frame; `lead` is wider, for money in several currencies. */
export function Stats(props: { children: ReactNode; flush?: boolean }) {
  return (
    <section
      className={cx(
        "grid auto-cols-fr grid-flow-col gap-px overflow-hidden bg-line has-[>[data-lead]]:grid-cols-[1.9fr]",
        "phone:flex phone:flex-wrap",
        props.flush ? "flex-none border-line border-b" : "rounded-card border border-line",
      )}
    >
      {props.children}
    </section>
  );
}

/** One figure with its name. Several amounts of money stand in a row, since currencies are never added. */
export function Stat(props: { label: ReactNode; lead?: boolean; children: ReactNode; aside?: ReactNode }) {
  return (
    <div
      data-lead={props.lead || undefined}
      className="grid min-w-0 content-start bg-surface px-[18px] py-3.5 phone:min-w-fit phone:flex-[1_1_30%] phone:p-3 phone:data-lead:basis-full"
    >
      <p className="text-12 text-ink-3">{props.label}</p>
      <div
        className={cx(
          "num flex flex-wrap items-baseline gap-x-[22px] font-semibold leading-[1.4] tracking-[-.015em] phone:gap-x-4 phone:text-16 phone:[&_.num]:text-left",
          props.lead ? "text-16 leading-[1.7]" : "text-20",
        )}
      >
        {props.children}
      </div>
      {props.aside && <p className="text-12 text-ink-3">{props.aside}</p>}
    </div>
  );
}
