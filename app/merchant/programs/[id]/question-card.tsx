"use client";
import { Checkbox } from "#app/_ui/checkbox.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { FieldRow } from "#app/_ui/sections.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import {
  CRITERION_KINDS,
  type CriterionInput,
  MAX_HINT_LENGTH,
  MAX_OPTION_LENGTH,
  MAX_QUESTION_LENGTH,
  MIN_OPTIONS,
} from "#server/programs/criterion.ts";
import { MoveButtons } from "./move-buttons.tsx";
import { TagInput } from "./tag-input.tsx";

/** One question being written: what it asks, what kind of answer it wants, whether it must be answered. */
export function QuestionCard(props: {
  criterion: CriterionInput;
  index: number;
  count: number;
  /** Saving was tried, so that what is missing is named. */
  tried: boolean;
  onChange: (part: Partial<CriterionInput>) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const t = useWords("merchant");
  const words = useWords("program");
  const { criterion, index, onChange } = props;
  const { kind, options } = criterion;
  const name = criterion.question || t("program.question", { n: index + 1 });
  const noQuestion = props.tried && !criterion.question.trim() ? t("program.questionMissing") : null;
  const fewOptions =
    props.tried && options.length < MIN_OPTIONS ? t("program.optionsMissing", { least: MIN_OPTIONS }) : null;
  return (
    <li className="grid gap-3.5 rounded-card border border-line p-4">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold text-12 text-ink-2">{t("program.question", { n: index + 1 })}</h3>
        <MoveButtons {...{ index, name }} count={props.count} onMove={props.onMove} onRemove={props.onRemove} />
      </div>
      <Field label={t("program.asks")} error={noQuestion}>
        <Input
          value={criterion.question}
          maxLength={MAX_QUESTION_LENGTH}
          onChange={(e) => onChange({ question: e.target.value })}
        />
      </Field>
      <FieldRow of={2}>
        <Field label={t("program.kind")}>
          <Select
            value={kind}
            options={CRITERION_KINDS.map((it) => ({ value: it, label: words(`kind.${it}`) }))}
            onChange={(e) =>
              onChange({ kind: CRITERION_KINDS.find((it) => it === e.target.value) ?? kind, options: [] })
            }
          />
        </Field>
        {kind === "number" && (
          <Field label={t("program.unit")} hint={t("program.unitHint")} optional>
            <Input
              value={options[0] ?? ""}
              maxLength={MAX_OPTION_LENGTH}
              onChange={(e) => onChange({ options: e.target.value ? [e.target.value] : [] })}
            />
          </Field>
        )}
        {kind === "choice" && (
          <Field label={t("program.options")} hint={t("program.tagHint")} error={fewOptions}>
            <TagInput values={options} onChange={(next) => onChange({ options: next })} />
          </Field>
        )}
      </FieldRow>
      <Field label={t("program.hint")} hint={t("program.hintHint")} optional>
        <Input
          value={criterion.hint}
          maxLength={MAX_HINT_LENGTH}
          onChange={(e) => onChange({ hint: e.target.value })}
        />
      </Field>
      <Checkbox
        label={t("program.required")}
        hint={t("program.requiredHint")}
        checked={criterion.required}
        onChange={(e) => onChange({ required: e.target.checked })}
      />
    </li>
  );
}
