"use client";
import type { ReactNode } from "react";
import { Scroller } from "#app/_ui/scroller.tsx";

/** The scrolling form of a section with its bar at the foot. */
export function Frame(props: { children: ReactNode; bar?: ReactNode; side?: ReactNode }) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 phone:block">
        <Scroller className="min-w-0 flex-1 phone:overflow-visible">
          <div className="max-w-[820px] px-7 pb-7 phone:px-4">{props.children}</div>
        </Scroller>
        {props.side && (
          <aside className="scroller w-[412px] flex-none border-line border-l bg-sunken px-5 py-[18px] phone:w-full phone:overflow-visible phone:border-t phone:border-l-0 phone:px-4 max-desk:w-[340px]">
            {props.side}
          </aside>
        )}
      </div>
      {props.bar && <div className="z-3 phone:sticky phone:bottom-(--botbar)">{props.bar}</div>}
    </div>
  );
}
