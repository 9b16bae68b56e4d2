"use client";
import Link from "next/link";
import type { ReactNode } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { cx } from "./cx.ts";
import { Icon } from "./icon.tsx";

type Step = { key: string; title: string; says?: ReactNode; href: string; done: boolean };

/** First steps that tick themselves: what is done, and the next one open with its link. */
export function Checklist(props: { steps: readonly Step[] }) {
  const t = useWords("common");
  const next = props.steps.find((step) => !step.done);
  return (
    <ol>
      {props.steps.map((step) => (
        <li key={step.key} className="border-line border-b last:border-b-0">
          <Link
            href={step.href}
            className={cx("flex gap-3 px-4 py-3 hover:bg-sunken", step === next && "bg-copper-tint")}
          >
            <span
              className={cx(
                "mt-px grid h-[18px] w-[18px] flex-none place-items-center rounded-badge",
                step.done ? "bg-malachite-bg text-malachite-fg" : "border border-control-line bg-surface",
              )}
            >
              {step.done && <Icon name="check" className="h-[13px]! w-[13px]! stroke-2!" />}
            </span>
            <span className="min-w-0 flex-1">
              <span className={cx("block font-medium", step.done && "text-ink-3")}>
                {step.title}
                {step.done && <span className="sr-only"> ({t("steps.doneStep")})</span>}
              </span>
              {!step.done && step.says && <span className="block text-12 text-ink-2">{step.says}</span>}
            </span>
            {step === next && <Icon name="right" className="mt-0.5 text-copper-mark" />}
          </Link>
        </li>
      ))}
    </ol>
  );
}
