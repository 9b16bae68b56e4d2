"use client";
import type { ComponentProps } from "react";
import { useControl } from "./control.ts";
import { cx } from "./cx.ts";

/** One line of text or a number; `unit` stands at its end (%, days, EUR). */
export function Input(props: ComponentProps<"input"> & { unit?: string }) {
  const { unit, className, ...rest } = props;
  const control = useControl(cx("num h-(--entry) px-2.5", unit && "pr-14", className));
  const input = <input autoComplete="off" {...control} {...rest} className={control.className} />;
  if (!unit) return input;
  return (
    <span className="relative block">
      {input}
      <span className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-12 text-ink-3">
        {unit}
      </span>
    </span>
  );
}
