import { cx } from "./cx.ts";

const CJK = /\p{Script=Han}/u;

/** Two letters of a name, or one Chinese character (the given name's last is how colleagues know each other). */
function initials(name: string): string {
  const plain = name.trim();
  if (CJK.test(plain)) return plain.slice(-1);
  const parts = plain.split(/\s+/);
  return `${parts[0]?.[0] ?? ""}${parts.length > 1 ? (parts.at(-1)?.[0] ?? "") : ""}`.toUpperCase();
}

/** A person's sign beside the name; decoration, so the name must stand next to it. `own` marks the viewer. */
export function Avatar(props: { name: string; own?: boolean; small?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "grid flex-none place-items-center rounded-control font-semibold text-11",
        props.small ? "h-[22px] w-[22px]" : "h-[26px] w-[26px]",
        props.own ? "bg-copper-tint text-copper-text" : "bg-slate-bg text-ink-2",
      )}
    >
      {initials(props.name)}
    </span>
  );
}
