import type { ReactNode } from "react";
import { HUE_CLASS } from "./badge.tsx";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import type { Hue } from "./states.ts";

const SIGN: Record<Hue, IconName> = {
  slate: "info",
  azurite: "clock",
  sulphur: "flag",
  malachite: "check",
  cinnabar: "warning",
  amethyst: "scales",
};

/** A few words beside the matter they concern, tinted by what they mean. `action` is a link or small button. */
export function Note(props: {
  hue?: Hue;
  icon?: IconName;
  children: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
}) {
  const hue = props.hue ?? "slate";
  return (
    <div
      className={cx(
        HUE_CLASS[hue],
        "flex gap-2 rounded-control px-[11px] py-[9px] text-12",
        hue === "slate" ? "bg-sunken text-ink-2" : "bg-hue-bg text-hue-fg",
        props.className,
      )}
    >
      <Icon name={props.icon ?? SIGN[hue]} className="mt-px" />
      <div className="min-w-0 flex-1">{props.children}</div>
      {props.action}
    </div>
  );
}
