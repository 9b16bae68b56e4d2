import { cx } from "./cx.ts";

/** A share of a whole as a bar, 0 to 1; decoration beside a figure. Without a hue it is copper. */
export function Bar(props: { share: number; className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={cx("flex h-1.5 overflow-hidden rounded-[3px] bg-line", props.className)}>
      <span
        className="bg-[var(--k,var(--copper-mark))] transition-[width] duration-(--slow)"
        style={{ width: `${Math.min(1, Math.max(0, props.share)) * 100}%` }}
      />
    </span>
  );
}
