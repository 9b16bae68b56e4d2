"use client";
import type { ComponentProps } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { useControl } from "./control.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

type Option = { value: string; label: string; disabled?: boolean };

/** One of a list, chosen with the platform's own list, so that it works on every phone. `empty` adds "Choose…" first. */
export function Select(props: ComponentProps<"select"> & { options: readonly Option[]; empty?: boolean | string }) {
  const { options, empty, className, ...rest } = props;
  const t = useWords("common");
  const control = useControl(cx("h-(--entry) appearance-none pr-8 pl-2.5", className));
  return (
    <span className="relative block">
      <select {...control} {...rest} className={control.className}>
        {empty && <option value="">{typeof empty === "string" ? empty : t("action.choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 text-ink-3" />
    </span>
  );
}
