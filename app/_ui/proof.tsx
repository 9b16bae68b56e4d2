import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";

/** An answer to a qualification question with the message that proves it; `firm` false when it is still soft. */
export function Proof(props: {
  question: ReactNode;
  answer: ReactNode;
  firm?: boolean;
  /** How sure, at the end: "High". */
  sure?: ReactNode;
  /** The words of the prospect that prove it. */
  quote?: ReactNode;
  /** Where they were said: "Call, 4 min 12 s" and when. */
  source?: ReactNode;
  sourceIcon?: IconName;
  /** A link to the message. */
  action?: ReactNode;
}) {
  const firm = props.firm ?? true;
  return (
    <div className="not-first:border-line not-first:border-t not-first:pt-3">
      <div className="flex gap-[9px]">
        <Icon
          name={firm ? "check" : "clock"}
          className={firm ? "mt-[21px] text-malachite-fg" : "mt-[21px] text-sulphur-fg"}
        />
        <div className="min-w-0 flex-1">
          <p className="text-12 text-ink-3">{props.question}</p>
          <p className="font-medium text-14">{props.answer}</p>
        </div>
        {props.sure && <span className="whitespace-nowrap text-12 text-ink-3">{props.sure}</span>}
      </div>
      {props.quote && (
        <blockquote className="mt-[7px] ml-[25px] rounded-r-control border-copper-line border-l-2 bg-sunken px-3 py-2">
          <p className="text-ink-2 leading-[1.6]">{props.quote}</p>
          <footer className="mt-[5px] flex flex-wrap items-center gap-1.5 text-12 text-ink-3">
            {props.sourceIcon && <Icon name={props.sourceIcon} />}
            {props.source}
            {props.action && <span className="ml-auto">{props.action}</span>}
          </footer>
        </blockquote>
      )}
    </div>
  );
}
