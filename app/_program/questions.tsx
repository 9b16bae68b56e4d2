"use client";
import { Sep } from "#app/_ui/sep.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { CriterionInput } from "#server/programs/criterion.ts";

/** The questions that an agent answers before a hand-over, and what kind of answer each wants. */
export function Questions(props: { criteria: readonly CriterionInput[] }) {
  const t = useWords("program");
  return (
    <ol className="grid">
      {props.criteria.map((criterion, index) => (
        <li key={criterion.id} className="flex gap-3 border-line border-b py-2.5 last:border-b-0">
          <span className="num w-5 flex-none text-right text-ink-3">{index + 1}</span>
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{criterion.question}</p>
            {criterion.hint && <p className="text-12 text-ink-2">{criterion.hint}</p>}
            <p className="text-12 text-ink-3">
              {t(`kind.${criterion.kind}`)}{" "}
              {criterion.options.length > 0 && (
                <>
                  <Sep /> {criterion.options.join(" / ")}
                </>
              )}
              {!criterion.required && (
                <>
                  <Sep /> {t("question.optional")}
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
