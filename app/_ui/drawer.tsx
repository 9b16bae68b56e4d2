import type { ReactNode } from "react";
import { Pane } from "./pane.tsx";

/** A detail of 640 px over the right of a table, which stays in use while one row is read; on a phone a sheet. Stands inside a Room. */
export function Drawer(props: { label: string; closeHref: string; children: ReactNode }) {
  return (
    <Pane kind="drawer" label={props.label} closeHref={props.closeHref}>
      {props.children}
    </Pane>
  );
}
