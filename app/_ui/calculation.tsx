import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Line = {
  label: ReactNode;
  /** One amount, or two when versions are compared. */
  amounts: readonly ReactNode[];
  /** A line above it: a sum. total: the figure that matters. */
  kind?: "sum" | "total";
};

/** How a sum comes about, line by line; with `heads` two versions stand beside each other. `stack`: on a phone each name has a line of its own. */
export function Calculation(props: {
  caption: string;
  lines: readonly Line[];
  heads?: readonly string[];
  small?: boolean;
  stack?: boolean;
}) {
  return (
    <table className={cx("num w-full border-collapse", props.small && "text-12")}>
      <caption className="sr-only">{props.caption}</caption>
      {props.heads && (
        <thead>
          <tr>
            <td />
            {props.heads.map((head) => (
              <th key={head} scope="col" className="pb-1 text-right font-medium text-12 text-ink-3">
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {props.lines.map((line, index) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a calculation's lines never move.
            key={index}
            className={cx(
              props.stack && "phone:flex phone:flex-wrap phone:items-baseline phone:justify-end phone:pb-1",
              line.kind && "border-line-strong border-t font-semibold",
              line.kind === "total" && !props.small && "text-16",
            )}
          >
            <th
              scope="row"
              className={cx(
                "whitespace-normal pr-3 text-left [font-weight:inherit]",
                props.stack && "phone:basis-full",
                line.kind === "total" && !props.small ? "py-2" : "py-1",
              )}
            >
              {line.label}
            </th>
            {line.amounts.map((amount, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: versions never move.
              <td key={at} className={cx("text-right", at > 0 && "pl-3 font-normal text-13 text-ink-3")}>
                {amount}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
