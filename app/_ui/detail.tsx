import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Scroller } from "./scroller.tsx";

/** The head of an open detail: title with its state, one line of facts, and what else belongs on top. */
export function DetailHead(props: { title: ReactNode; badge?: ReactNode; facts?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex-none border-line border-b px-6 pt-4 pr-14 pb-3.5 wide:group-data-[kind=beside]/pane:pr-6 phone:px-4 phone:pt-5 phone:pr-14 phone:pb-3">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <h2 className="min-w-0 font-semibold text-20 leading-[1.25] tracking-[-.015em]">{props.title}</h2>
        {props.badge}
      </div>
      {props.facts && <p className="mt-[3px] text-12 text-ink-3">{props.facts}</p>}
      {props.children}
    </header>
  );
}

/** The scrolling middle of a detail. With `side`, facts stand in a second column, and first on a phone. */
export function DetailBody(props: { children: ReactNode; side?: ReactNode; flush?: boolean }) {
  return (
    <Scroller className="@container flex-1">
      <div
        className={cx(
          !props.flush && "gap-6 px-6 pt-[18px] pb-6 phone:gap-[18px] phone:p-4",
          "grid max-w-[1040px] content-start",
          props.side && "@min-[700px]:grid-cols-[minmax(0,1fr)_316px]",
        )}
      >
        <div className={cx("grid min-w-0 content-start", !props.flush && "gap-3")}>{props.children}</div>
        {props.side && <aside className="grid min-w-0 content-start gap-3 phone:order-first">{props.side}</aside>}
      </div>
    </Scroller>
  );
}

/** A titled part inside a detail, with a rule above it when it is not the first. */
export function DetailPart(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid content-start gap-3 not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-14 leading-[1.3]">{props.title}</h3>
        {props.aside && <span className="text-12 text-ink-3">{props.aside}</span>}
      </div>
      <div className="grid min-w-0 content-start gap-3">{props.children}</div>
    </section>
  );
}
