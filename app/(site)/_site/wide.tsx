import type { ReactNode } from "react";
import { cx } from "#app/_ui/cx.ts";

/** The column that the public site's text stands in. */
export function Wide(props: { children: ReactNode; className?: string; id?: string }) {
  return (
    <div id={props.id} className={cx("mx-auto max-w-[1200px] px-8 phone:px-5", props.className)}>
      {props.children}
    </div>
  );
}

/** A part of the landing page under its heading. */
export function Block(props: { id?: string; title: ReactNode; children: ReactNode }) {
  return (
    <section id={props.id} className="scroll-mt-4 pt-20 phone:pt-14">
      <Wide>
        <h2 className={HEADING}>{props.title}</h2>
        {props.children}
      </Wide>
    </section>
  );
}

/** The look of a heading on the public site. */
export const HEADING = "text-balance font-semibold text-36 leading-[1.15] tracking-[-.025em] phone:text-[28px]";
