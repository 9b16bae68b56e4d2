"use client";
import { useWords } from "#app/_words/use-words.ts";
import { cx } from "./cx.ts";

/** The grade of a deal's evidence: A a payment seen, B a signed event, C a paper, D a word. */
export function Grade(props: { grade: "A" | "B" | "C" | "D" }) {
  const t = useWords("common");
  const { grade } = props;
  return (
    <span
      role="img"
      aria-label={t(`grade.${grade}`)}
      title={t(`grade.${grade}`)}
      className={cx(
        "inline-grid h-[18px] w-[18px] flex-none place-items-center rounded-badge border font-semibold text-11",
        grade === "A" && "border-transparent bg-malachite-bg text-malachite-fg",
        grade === "D" && "border-transparent bg-sulphur-bg text-sulphur-fg",
        (grade === "B" || grade === "C") && "border-line-strong text-ink-2",
      )}
    >
      {grade}
    </span>
  );
}
