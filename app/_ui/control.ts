import { cx } from "./cx.ts";
import { useField } from "./field.tsx";

const FRAME = "w-full rounded-control border bg-surface text-ink phone:text-16 disabled:bg-sunken disabled:text-ink-3";

/** The frame of a typed control, and what ties it to its field. */
export function useControl(className?: string) {
  const field = useField();
  return {
    id: field?.id,
    "aria-describedby": field?.describedBy,
    "aria-invalid": field?.invalid || undefined,
    className: cx(
      FRAME,
      field?.invalid
        ? "border-cinnabar-mark"
        : field?.changed
          ? "border-copper-mark shadow-[inset_2px_0_0_var(--copper-mark)]"
          : "border-control-line",
      className,
    ),
  };
}
