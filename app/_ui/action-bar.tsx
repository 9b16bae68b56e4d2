import type { ReactNode } from "react";

/** Pinned at the foot: what will happen (how much, to whom, until when), then the buttons; the primary one last. */
export function ActionBar(props: { says?: ReactNode; children: ReactNode }) {
  return (
    <footer className="z-2 flex flex-none flex-wrap items-center gap-2 border-line border-t bg-surface px-6 py-2.5 phone:sticky phone:bottom-0 phone:px-4 phone:pb-[calc(14px+env(safe-area-inset-bottom))] phone:shadow-bar phone:[&_button]:flex-1">
      <div className="min-w-[min(180px,100%)] flex-1 text-12 phone:basis-full">{props.says}</div>
      {props.children}
    </footer>
  );
}
