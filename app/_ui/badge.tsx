import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import type { Hue, Mark } from "./states.ts";

/** The class that gives an element and its children the colours of a hue. */
export const HUE_CLASS: Record<Hue | "copper", string> = {
  slate: "hue-slate",
  azurite: "hue-azurite",
  sulphur: "hue-sulphur",
  malachite: "hue-malachite",
  cinnabar: "hue-cinnabar",
  amethyst: "hue-amethyst",
  copper: "hue-copper",
};

const knockout = { stroke: "var(--b)" };

const SIGNS: Record<Mark, ReactNode> = {
  slate: <circle cx="6" cy="6" r="4.5" strokeDasharray="2.1 1.6" />,
  over: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M4 6h4" />
    </>
  ),
  azurite: <path d="M10.5 6A4.5 4.5 0 1 1 6 1.5M6 3.800V6l1.700 1" />,
  sulphur: (
    <>
      <circle cx="6" cy="6" r="4.500" />
      <path d="M6 1.500a4.500 4.500 0 0 1 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  malachite: (
    <>
      <circle cx="6" cy="6" r="5.200" fill="currentColor" stroke="none" />
      <path d="M3.700 6.200l1.600 1.600 3-3.400" style={knockout} />
    </>
  ),
  cinnabar: (
    <>
      <circle cx="6" cy="6" r="5.200" fill="currentColor" stroke="none" />
      <path d="M4.200 4.200l3.600 3.600M7.800 4.200 4.200 7.800" style={knockout} />
    </>
  ),
  amethyst: <path d="M6 .9 11.100 6 6 11.100.9 6zM6 3.700v2.600M6 8.100v.1" />,
};

/** A short word with a hue and its sign: colour never speaks alone. For a state of an object use StateBadge. */
export function Badge(props: { mark: Mark; children: ReactNode; className?: string | undefined }) {
  const hue = props.mark === "over" ? "slate" : props.mark;
  return (
    <span
      className={cx(
        HUE_CLASS[hue],
        "inline-flex h-5 flex-none items-center gap-[5px] whitespace-nowrap rounded-badge bg-hue-bg pr-[7px] pl-[5px] font-medium text-12 text-hue-fg",
        props.className,
      )}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true" className="h-3 w-3 flex-none fill-none stroke-[1.6] stroke-current">
        {SIGNS[props.mark]}
      </svg>
      {props.children}
    </span>
  );
}
