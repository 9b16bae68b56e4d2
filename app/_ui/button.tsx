import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Kbd } from "./kbd.tsx";

type Look = {
  /** primary: the one solid copper thing of the page. danger: outline and red words. */
  kind?: "primary" | "plain" | "ghost" | "danger";
  /** small 28 px, normal 30, large 34 (action bars); fingers always get 40 or more. */
  size?: "small" | "normal" | "large";
  icon?: IconName | undefined;
  /** The single key that presses it, shown on it; pressing works by itself (app/_ui/keys.tsx). */
  kbd?: string | undefined;
  wide?: boolean;
};

const KINDS = {
  primary: "on-copper border-copper bg-copper text-on-copper hover:bg-copper-hover",
  plain: "border-line-strong bg-surface hover:bg-hover",
  ghost: "border-transparent bg-transparent hover:bg-hover",
  danger: "border-line-strong bg-surface text-cinnabar-fg hover:bg-hover",
};
const SIZES = {
  small: "h-7 px-[9px] text-12 phone:h-10 phone:text-13",
  normal: "h-(--control) px-[11px]",
  large: "h-[34px] px-3.5 phone:h-[46px]",
};

/** The look of a button, for the few things that are pressed but are not one. */
export function buttonClass(look: Look & { square?: boolean; className?: string | undefined }): string {
  return cx(
    "inline-flex flex-none select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-medium transition-colors duration-(--fast)",
    "disabled:cursor-not-allowed disabled:border-line-strong disabled:bg-sunken disabled:text-ink-3 aria-disabled:cursor-not-allowed aria-disabled:text-ink-3",
    SIZES[look.size ?? "normal"],
    KINDS[look.kind ?? "plain"],
    look.square && "aspect-square px-0!",
    look.wide && "w-full",
    look.className,
  );
}

function Inside(props: Look & { children?: ReactNode; pending?: boolean }) {
  return (
    <>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
      {props.pending && <span className="h-1.5 w-1.5 motion-safe:animate-pulse rounded-[2px] bg-current" />}
      {props.kbd && <Kbd>{props.kbd === "Enter" ? "↵" : props.kbd.toUpperCase()}</Kbd>}
    </>
  );
}

/** Does something. While `pending` it keeps its size and place and cannot be pressed again. */
export function Button(props: Look & Omit<ComponentProps<"button">, "size"> & { pending?: boolean }) {
  const { kind, size, icon, kbd, wide, pending, className, children, disabled, ...rest } = props;
  return (
    <button
      type="button"
      aria-keyshortcuts={kbd}
      aria-busy={pending || undefined}
      disabled={disabled || pending}
      {...rest}
      className={buttonClass({ ...props, square: children === undefined, className })}
    >
      <Inside {...props} />
    </button>
  );
}

/** Goes somewhere, and looks like a button. */
export function LinkButton(props: Look & Omit<ComponentProps<typeof Link>, "size">) {
  const { kind, size, icon, kbd, wide, className, children, ...rest } = props;
  return (
    <Link
      aria-keyshortcuts={kbd}
      {...rest}
      className={buttonClass({ ...props, square: children === undefined, className })}
    >
      <Inside {...props} />
    </Link>
  );
}
