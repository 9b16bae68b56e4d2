import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Row = {
  key: string;
  value: ReactNode /** Source and age of the fact, quiet at its end or under it. */;
  aside?: ReactNode;
};

/** Facts with their names. `ruled` draws a line under each and sets the source at the end. */
export function KeyValues(props: { rows: readonly Row[]; ruled?: boolean; wide?: boolean }) {
  return (
    <dl
      className={cx(
        "grid",
        props.wide ? "grid-cols-[minmax(104px,180px)_minmax(0,1fr)]" : "grid-cols-[104px_minmax(0,1fr)]",
        !props.ruled && "gap-x-2 gap-y-[7px]",
      )}
    >
      {props.rows.map((row) => (
        <div key={row.key} className="contents">
          <dt className={cx("text-12 text-ink-3", props.ruled ? "border-line border-b py-[7px]" : "pt-px")}>
            {row.key}
          </dt>
          <dd
            className={cx(
              "min-w-0 wrap-anywhere",
              props.ruled && "flex flex-wrap items-baseline justify-between gap-x-2.5 border-line border-b py-1.5",
            )}
          >
            <span className="min-w-0">{row.value}</span>
            {row.aside && (
              <span className={cx("text-ink-3", props.ruled ? "text-11" : "block text-12")}>{row.aside}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
