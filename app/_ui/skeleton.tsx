import { cx } from "./cx.ts";

/** A still bar where words will be; it appears only after 150 ms, so that quick pages never flicker. */
export function Skeleton(props: { className?: string }) {
  return <span aria-hidden="true" className={cx("late block h-3 rounded-badge bg-line", props.className)} />;
}
