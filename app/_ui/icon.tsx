import { cx } from "./cx.ts";
import { ICONS, type IconName } from "./icons.ts";

/** One icon of the set; decoration, so whatever it stands in must carry the words. */
export function Icon(props: { name: IconName; className?: string | undefined }) {
  return (
    <svg className={cx("i", props.className)} viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[props.name]} />
    </svg>
  );
}
