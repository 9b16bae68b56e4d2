import type { ReactNode } from "react";
import { cx } from "./cx.ts";

/** A framed part of a page. With `title` it has a head: title, a quiet `aside` next to it, an `action` at the end. */
export function Card(props: {
  title?: ReactNode;
  aside?: ReactNode;
  action?: ReactNode;
  /** Space around the content; off for lists and tables that reach the edge. */
  pad?: boolean;
  children: ReactNode;
  className?: string | undefined;
  id?: string;
}) {
  const pad = props.pad ?? true;
  return (
    <section id={props.id} className={cx("min-w-0 rounded-card border border-line bg-surface", props.className)}>
      {props.title && (
        <header className="flex min-h-11 flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-4 py-1.5">
          <h2 className="font-semibold text-14 leading-[1.3]">{props.title}</h2>
          {props.aside && <span className="num text-12 text-ink-3">{props.aside}</span>}
          {props.action && <span className="ml-auto flex items-center gap-2 text-12">{props.action}</span>}
        </header>
      )}
      {pad ? <div className="grid content-start gap-3 p-4 *:min-w-0">{props.children}</div> : props.children}
    </section>
  );
}

/** A small card beside a detail: its title stands inside, without a rule under it. */
export function SideCard(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="grid min-w-0 content-start gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-14 leading-[1.3]">{props.title}</h3>
        {props.aside && <span className="flex items-center gap-1.5 text-11 text-ink-3">{props.aside}</span>}
      </div>
      {props.children}
    </section>
  );
}
