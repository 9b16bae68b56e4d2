"use client";
import type { ComponentProps } from "react";
import { useControl } from "./control.ts";
import { cx } from "./cx.ts";

/** Several lines of text; it grows with what is typed. */
export function Textarea(props: ComponentProps<"textarea">) {
  const control = useControl(cx("field-sizing-content min-h-[76px] px-2.5 py-2 leading-[1.6]", props.className));
  return <textarea rows={3} {...control} {...props} className={control.className} />;
}
