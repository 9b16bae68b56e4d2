import type { ReactNode } from "react";

/** A key, as it is written on the keyboard; phones have none, so it is not shown there. */
export function Kbd(props: { children: ReactNode }) {
  return (
    <kbd className="phone:hidden inline-grid h-[17px] min-w-[17px] place-items-center rounded-badge border border-line-strong bg-sunken px-1 font-medium font-sans text-11 text-ink-3 leading-none in-[.on-copper]:border-current in-[.on-copper]:bg-transparent in-[.on-copper]:text-current">
      {props.children}
    </kbd>
  );
}
