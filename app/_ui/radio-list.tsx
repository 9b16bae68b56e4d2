"use client";
import { type ReactNode, useId } from "react";

type Option = { value: string; label: ReactNode; hint?: ReactNode; kbd?: string };

/** One of several, each on its own line with what it means: reasons, roles, models. Inside a Field with `group`. */
export function RadioList(props: {
  name?: string;
  options: readonly Option[];
  value?: string;
  defaultValue?: string | undefined;
  onChange?: (value: string) => void;
}) {
  const own = useId();
  return (
    <div className="grid gap-px overflow-hidden rounded-control border border-control-line bg-line">
      {props.options.map((option) => (
        <label
          key={option.value}
          className="flex cursor-pointer gap-2.5 bg-surface px-3 py-2 hover:bg-sunken has-checked:bg-copper-tint has-focus-visible:z-1 has-focus-visible:shadow-(--focus) phone:py-3"
        >
          <input
            type="radio"
            className="peer sr-only"
            name={props.name ?? own}
            value={option.value}
            aria-keyshortcuts={option.kbd}
            {...(props.value === undefined
              ? { defaultChecked: props.defaultValue === option.value }
              : { checked: props.value === option.value })}
            onChange={() => props.onChange?.(option.value)}
          />
          <span className="mt-0.5 grid h-4 w-4 flex-none place-items-center rounded-full border border-control-line bg-surface peer-checked:border-[5px] peer-checked:border-copper" />
          <span>
            {option.label}
            {option.hint && <span className="block text-12 text-ink-3">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
