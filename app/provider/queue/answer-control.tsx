"use client";
import { useEffect, useState } from "react";
import { Input } from "#app/_ui/input.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_ANSWER_LENGTH } from "#server/programs/criterion.ts";
import type { Criterion } from "./person.ts";

type Given = { criterion: Criterion; value: string; disabled: boolean; keep: (value: string | null) => void };

/** Choices up to this many stand beside each other. */
const MAX_SEGMENTS = 3;

/** The control that a question's kind asks for. What is typed is kept when the field is left, or by Enter. */
export function AnswerControl({ criterion, value, disabled, keep }: Given) {
  const t = useWords("provider");
  const { kind, options, question } = criterion;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const keepTyped = () => typed.trim() !== value && keep(typed.trim() || null);

  const notAsked = { value: "", label: t("queue.answer.notAsked") };
  if (kind === "yes_no" || (kind === "choice" && options.length <= MAX_SEGMENTS)) {
    const yesNo = [
      { value: "yes", label: t("queue.answer.yes") },
      { value: "no", label: t("queue.answer.no") },
    ];
    const choices = kind === "yes_no" ? yesNo : options.map((option) => ({ value: option, label: option }));
    return (
      <Segmented
        options={[notAsked, ...choices]}
        value={value}
        disabled={disabled}
        onChange={(to) => keep(to || null)}
      />
    );
  }
  if (kind === "choice")
    return (
      <Select
        aria-label={question}
        empty={t("queue.answer.notAsked")}
        options={options.map((option) => ({ value: option, label: option }))}
        value={value}
        disabled={disabled}
        onChange={(event) => keep(event.target.value || null)}
      />
    );
  const shared = { "aria-label": question, value: typed, disabled, onBlur: keepTyped };
  if (kind === "text")
    return (
      <Textarea
        {...shared}
        maxLength={MAX_ANSWER_LENGTH}
        className="min-h-[58px]!"
        onChange={(event) => setTyped(event.target.value)}
      />
    );
  const unit = options[0];
  return (
    <Input
      {...shared}
      type={kind === "date" ? "date" : "text"}
      {...(kind === "number" && { inputMode: "decimal" as const, ...(unit && { unit }) })}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keepTyped()}
    />
  );
}
