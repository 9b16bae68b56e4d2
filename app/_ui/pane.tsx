"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { LinkButton } from "./button.tsx";
import { cx } from "./cx.ts";

const PHONE = "(width <= 760px)";

/**
 * Holds an open detail: beside its list, or as a drawer over a table; on a phone a sheet from 44 px below the top.
 * Esc, the cross and Back close it, since the address says that it is open.
 */
export function Pane(props: { label: string; closeHref: string; kind: "beside" | "drawer"; children: ReactNode }) {
  const t = useWords("common");
  const router = useRouter();
  const pane = useRef<HTMLElement>(null);
  const { closeHref } = props;

  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("[role=dialog]")) return;
      // What is being typed is not thrown away by the key that also ends an input method: the first press leaves the field.
      if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select")) event.target.blur();
      else router.push(closeHref, { scroll: false });
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [router, closeHref]);

  useEffect(() => {
    if (!matchMedia(PHONE).matches) return;
    const before = document.activeElement;
    pane.current?.focus({ preventScroll: true });
    document.body.style.overflow = "hidden";
    return () => {
      document.body.style.overflow = "";
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  return (
    <section
      ref={pane}
      tabIndex={-1}
      aria-label={props.label}
      data-kind={props.kind}
      className={cx(
        "group/pane flex min-h-0 min-w-0 flex-col bg-surface outline-none focus-visible:shadow-none phone:fixed phone:inset-x-0 phone:top-11 phone:bottom-0 phone:z-30 phone:overflow-hidden phone:rounded-t-sheet phone:shadow-[0_0_0_100vmax_var(--scrim)]",
        props.kind === "drawer"
          ? "wide:absolute wide:inset-y-0 wide:right-0 wide:z-10 wide:w-[640px] wide:max-w-full wide:shadow-drawer"
          : "relative",
      )}
    >
      <span
        aria-hidden="true"
        className="-translate-x-1/2 absolute top-1.5 left-1/2 h-1 w-9 rounded-[2px] bg-line-strong wide:hidden"
      />
      <span className={cx("absolute top-3 right-3 z-3", props.kind === "beside" && "wide:hidden")}>
        <LinkButton href={closeHref} scroll={false} kind="ghost" icon="cross" aria-label={t("action.close")} />
      </span>
      {props.children}
    </section>
  );
}
