import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

/** Rows to compare. On a phone each row becomes two columns, in the order of its cells, and the head goes. */
export function Table(props: {
  caption: string;
  head: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  tall?: boolean;
}) {
  return (
    <table className={cx("group/table w-full border-collapse text-left phone:block", props.tall && "tall")}>
      <caption className="sr-only">{props.caption}</caption>
      <thead className="phone:hidden">
        <tr>{props.head}</tr>
      </thead>
      <tbody className="phone:block">{props.children}</tbody>
      {props.foot && (
        <tfoot className="phone:block font-semibold *:[tr]:border-line-strong *:[tr]:border-t">{props.foot}</tfoot>
      )}
    </table>
  );
}

/** The head of a column; numbers are right-aligned. */
export function Th(props: { children?: ReactNode; numeric?: boolean; className?: string | undefined }) {
  return (
    <th
      scope="col"
      className={cx(
        "h-8 whitespace-nowrap border-line border-b px-2.5 font-medium text-12 text-ink-3 first:pl-4 last:pr-4",
        props.numeric && "text-right",
        props.className,
      )}
    >
      {props.children}
    </th>
  );
}

/** One row; `selected` is the one whose detail is open. */
export function Tr(props: { selected?: boolean | undefined; children: ReactNode }) {
  return (
    <tr
      data-selected={props.selected || undefined}
      className={cx(
        "relative border-line border-b last:border-b-0 phone:grid phone:grid-cols-[minmax(0,1fr)_auto] phone:items-center phone:gap-x-2 phone:gap-y-0.5 phone:px-4 phone:py-2.5 phone:last:border-b",
        props.selected
          ? "bg-copper-tint shadow-[inset_2px_0_0_var(--copper-mark)] phone:shadow-none"
          : "hover:bg-sunken",
      )}
    >
      {props.children}
    </tr>
  );
}

/** A heading between rows. */
export function TrGroup(props: { span: number; children: ReactNode }) {
  return (
    <tr className="border-line border-b bg-sunken phone:block">
      <th
        scope="colgroup"
        colSpan={props.span}
        className="h-[34px] px-4 text-left font-semibold text-12 text-ink-2 phone:block phone:h-auto phone:py-1.5"
      >
        {props.children}
      </th>
    </tr>
  );
}

/** One cell; `phone` says what becomes of it on a phone: hidden, or a whole line. */
export function Td(props: {
  children?: ReactNode;
  numeric?: boolean;
  phone?: "hidden" | "line";
  className?: string | undefined;
}) {
  return (
    <td
      className={cx(
        "h-(--row) px-2.5 py-1 first:pl-4 last:pr-4 in-[.tall]:h-[54px] phone:h-auto! phone:p-0! phone:last:text-right",
        props.numeric && "num text-right",
        props.phone === "hidden" && "phone:hidden",
        props.phone === "line" && "phone:col-span-2 phone:text-left!",
        props.className,
      )}
    >
      {props.children}
    </td>
  );
}

/** The link of a row, in its first cell; the whole row follows it. `sub` is the quiet second line. */
export function RowLink(props: ComponentProps<typeof Link> & { sub?: ReactNode }) {
  const { sub, children, ...rest } = props;
  return (
    <>
      <Link scroll={false} data-item {...rest} className="font-medium after:absolute after:inset-0">
        {children}
      </Link>
      {sub && <span className="num block truncate text-12 text-ink-3">{sub}</span>}
    </>
  );
}
