import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

/** A box to tick, with its words and what they mean. */
export function Checkbox(props: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  const { label, hint, className, ...rest } = props;
  return (
    <label className={cx("flex min-h-6 gap-[9px] phone:min-h-11 phone:items-center", className)}>
      <input {...rest} type="checkbox" className="peer sr-only" />
      <span className="mt-px grid h-[18px] w-[18px] flex-none place-items-center rounded-badge border border-control-line bg-surface text-transparent peer-checked:border-copper-mark peer-checked:bg-copper peer-checked:text-on-copper peer-focus-visible:shadow-(--focus) peer-disabled:bg-sunken">
        <Icon name="check" className="h-[13px]! w-[13px]! stroke-2!" />
      </span>
      <span>
        {label}
        {hint && <span className="block text-12 text-ink-3">{hint}</span>}
      </span>
    </label>
  );
}
