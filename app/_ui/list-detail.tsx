import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Pane } from "./pane.tsx";

/** A list with the open thing beside it. `detail` null shows `empty` there; on a phone an open detail is a sheet. */
export function ListDetail(props: {
  list: ReactNode;
  detail: ReactNode | null;
  /** Names the open thing for those who hear the page. */
  label: string;
  /** Where closing the detail leads: the list's own address. */
  closeHref: string;
  empty?: ReactNode;
  /** Width of the list: 344 px, or 256 for a narrow one. */
  narrow?: boolean;
}) {
  return (
    <div
      className={cx(
        "grid min-h-0 flex-1 phone:block",
        props.narrow
          ? "wide:grid-cols-[clamp(180px,26%,256px)_minmax(0,1fr)]"
          : "wide:grid-cols-[clamp(210px,32%,344px)_minmax(0,1fr)]",
      )}
    >
      <div className="flex min-h-0 flex-col border-line border-r phone:border-r-0">
        <div className="scroller flex-1 phone:overflow-visible">{props.list}</div>
      </div>
      {props.detail ? (
        <Pane kind="beside" label={props.label} closeHref={props.closeHref}>
          {props.detail}
        </Pane>
      ) : (
        <div className="grid min-h-0 place-items-center p-6 phone:hidden">{props.empty}</div>
      )}
    </div>
  );
}
