import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Scroller } from "./scroller.tsx";

/** A page of a workspace: its top bar, then what fills it (ListDetail, RoomBody, a table with a Drawer). */
export function Room(props: { children: ReactNode }) {
  return <div className="relative flex min-h-0 min-w-0 flex-1 flex-col bg-surface">{props.children}</div>;
}

/** The top bar of a room: where one is, its views, and its one action. On a phone the views go to a second line. */
export function TopBar(props: {
  title: ReactNode;
  /** The room above, for pages inside one. */
  up?: { href: string; label: string };
  badge?: ReactNode;
  facts?: ReactNode;
  /** Tabs of the room, as `<Tabs>`. */
  views?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="z-4 flex min-h-(--topbar) flex-none flex-wrap items-center gap-x-2.5 border-line border-b bg-surface px-(--pad) phone:sticky phone:top-0">
      {props.up && (
        <>
          <Link href={props.up.href} className="py-1 text-ink-3 hover:text-ink phone:hidden">
            {props.up.label}
          </Link>
          <span className="text-ink-3 phone:hidden">/</span>
        </>
      )}
      <h1 className="min-w-0 truncate font-semibold text-16 tracking-[-.01em] phone:leading-(--topbar)">
        {props.title}
      </h1>
      {props.badge}
      {props.facts && <span className="text-12 text-ink-3 phone:hidden">{props.facts}</span>}
      {props.views && (
        <div className="phone:order-last phone:-mx-4 phone:basis-[calc(100%+32px)] phone:overflow-x-auto phone:border-line phone:border-t phone:px-3 phone:py-2">
          {props.views}
        </div>
      )}
      {props.actions && <div className="ml-auto flex items-center gap-2 phone:py-1.5">{props.actions}</div>}
    </header>
  );
}

/** The scrolling body of a room that is not a list: cards on the canvas (default), or plain text on the surface. */
export function RoomBody(props: {
  children: ReactNode;
  ground?: "canvas" | "surface";
  narrow?: boolean;
  flush?: boolean;
}) {
  return (
    <Scroller
      className={cx(
        "@container flex-1 phone:overflow-visible",
        props.ground === "surface" ? "bg-surface" : "bg-canvas",
      )}
    >
      <div
        className={cx(
          "grid content-start",
          !props.flush && "gap-4 p-5 phone:gap-3 phone:p-3",
          props.narrow ? "max-w-[760px]" : !props.flush && "max-w-[1240px]",
        )}
      >
        {props.children}
      </div>
    </Scroller>
  );
}

/** Two cards beside each other, one above the other when there is no room. */
export function Columns(props: { children: ReactNode }) {
  return <div className="grid @min-[740px]:grid-cols-2 items-start gap-4 phone:gap-3 *:min-w-0">{props.children}</div>;
}
