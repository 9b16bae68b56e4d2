"use client";
import { Icon } from "#app/_ui/icon.tsx";
import { useWords } from "#app/_words/use-words.ts";

/** Chosen words, each with a cross that takes it out. */
export function Tags(props: {
  values: readonly string[];
  label?: (value: string) => string;
  onRemove: (value: string) => void;
}) {
  const t = useWords("merchant");
  if (props.values.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {props.values.map((value) => {
        const label = props.label?.(value) ?? value;
        return (
          <li
            key={value}
            className="inline-flex h-7 items-center gap-1 rounded-badge border border-line-strong bg-sunken pl-2 phone:h-10"
          >
            {label}
            <button
              type="button"
              aria-label={t("program.takeOut", { name: label })}
              onClick={() => props.onRemove(value)}
              className="grid h-6 w-6 place-items-center rounded-badge text-ink-3 hover:text-ink disabled:hidden phone:h-10 phone:w-10"
            >
              <Icon name="cross" className="h-3! w-3!" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
