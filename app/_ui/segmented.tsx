"use client";
import { useId } from "react";

type Option = { value: string; label: string };

/** One of two to four, all in sight; radio buttons in one frame. Inside a Field with `group`. */
export function Segmented(props: {
  name?: string;
  options: readonly Option[];
  value?: string;
  defaultValue?: string | undefined;
  onChange?: (value: string) => void;
  disabled?: boolean;
}) {
  const own = useId();
  return (
    <div className="flex overflow-hidden rounded-control border border-control-line bg-surface has-focus-visible:shadow-(--focus)">
      {props.options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-8 flex-1 cursor-pointer items-center justify-center border-line border-l px-2.5 text-center text-ink-2 first:border-l-0 has-checked:bg-copper-tint has-checked:font-medium has-checked:text-copper-text has-checked:shadow-[inset_0_0_0_1px_var(--copper-line)] has-disabled:cursor-not-allowed has-disabled:text-ink-3 phone:min-h-[42px]"
        >
          <input
            type="radio"
            className="sr-only"
            name={props.name ?? own}
            value={option.value}
            disabled={props.disabled}
            {...(props.value === undefined
              ? { defaultChecked: props.defaultValue === option.value }
              : { checked: props.value === option.value })}
            onChange={() => props.onChange?.(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
