"use client";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { FieldRow, Section } from "#app/_ui/sections.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { Select } from "#app/_ui/select.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { FEE_BASES, GRADES, MAX_DEDUCTIONS_LENGTH, TERMS_CURRENCIES } from "#server/programs/terms.ts";
import { FeeRuleFields } from "./fee-rule-fields.tsx";
import { NUMBER_FIELDS, NUMBERS, type TypedTerms, type Unreadable } from "./terms-form.ts";

type Props = {
  typed: TypedTerms;
  /** What is in force, when something is: changed fields say what they were. */
  was: TypedTerms | null;
  unreadable: Unreadable;
  currencyIsFixed: boolean;
  change: (part: Partial<TypedTerms>) => void;
};

/** The terms as a form: fee, fee base, clocks and holds. */
export function TermsFields(props: Props) {
  const t = useWords("merchant");
  return (
    <>
      <Section title={t("terms.fee")} says={t("terms.feeSays")}>
        <FeeRuleFields {...props} />
        <Bounds {...props} />
      </Section>
      <Section title={t("terms.base")} says={t("terms.baseSays")}>
        <Base {...props} />
      </Section>
      <Section title={t("terms.clocks")} says={t("terms.clocksSays")}>
        <Clocks {...props} />
      </Section>
      <Section title={t("terms.holds")} says={t("terms.holdsSays")}>
        <Holds {...props} />
      </Section>
    </>
  );
}

const wasOf = (now: string, before: string | undefined) =>
  before === undefined || before === now ? {} : { was: before || "–" };

function Bounds({ typed, was, unreadable, change }: Props) {
  const t = useWords("merchant");
  const unit = typed.currency.toUpperCase();
  const error = (field: string) => (unreadable.has(field) ? t("terms.noAmount", { unit }) : null);
  return (
    <FieldRow of={2}>
      <Field
        label={t("terms.minimum")}
        error={error("minimum")}
        hint={t("terms.minimumHint")}
        {...wasOf(typed.minimum, was?.minimum)}
      >
        <Input
          inputMode="decimal"
          unit={unit}
          value={typed.minimum}
          onChange={(e) => change({ minimum: e.target.value })}
        />
      </Field>
      <Field label={t("terms.cap")} error={error("cap")} optional {...wasOf(typed.cap, was?.cap)}>
        <Input inputMode="decimal" unit={unit} value={typed.cap} onChange={(e) => change({ cap: e.target.value })} />
      </Field>
    </FieldRow>
  );
}

function Base({ typed, was, currencyIsFixed, change }: Props) {
  const t = useWords("merchant");
  const words = useWords("program");
  return (
    <>
      <FieldRow of={2}>
        <Field
          label={t("terms.counts")}
          {...(was && was.feeBase !== typed.feeBase && { was: words(`base.${was.feeBase}`) })}
        >
          <Select
            value={typed.feeBase}
            options={FEE_BASES.map((it) => ({ value: it, label: words(`base.${it}`) }))}
            onChange={(e) => change({ feeBase: FEE_BASES.find((it) => it === e.target.value) ?? typed.feeBase })}
          />
        </Field>
        <Field
          label={t("terms.currency")}
          hint={t(currencyIsFixed ? "terms.currencyFixed" : "terms.currencyFree")}
          group
        >
          <Segmented
            value={typed.currency}
            disabled={currencyIsFixed}
            onChange={(currency) => change({ currency })}
            options={TERMS_CURRENCIES.map((code) => ({ value: code, label: code.toUpperCase() }))}
          />
        </Field>
      </FieldRow>
      <Field
        label={t("terms.deductions")}
        hint={t("terms.deductionsHint")}
        optional
        {...wasOf(typed.deductions, was?.deductions)}
      >
        <Textarea
          rows={2}
          value={typed.deductions}
          maxLength={MAX_DEDUCTIONS_LENGTH}
          onChange={(e) => change({ deductions: e.target.value })}
        />
      </Field>
    </>
  );
}

function Clocks({ typed, was, unreadable, change }: Props) {
  const t = useWords("merchant");
  return (
    <FieldRow of={3}>
      {NUMBER_FIELDS.map((field) => {
        const [least, most] = NUMBERS[field];
        return (
          <Field
            key={field}
            label={t(`terms.clock.${field}`)}
            hint={t(`terms.clockHint.${field}`)}
            error={unreadable.has(field) ? t("terms.noNumber", { least, most }) : null}
            {...wasOf(typed.numbers[field], was?.numbers[field])}
          >
            <Input
              inputMode="numeric"
              unit={t(field === "repeatMonths" ? "terms.months" : "terms.days")}
              value={typed.numbers[field]}
              onChange={(e) => change({ numbers: { ...typed.numbers, [field]: e.target.value } })}
            />
          </Field>
        );
      })}
    </FieldRow>
  );
}

function Holds({ typed, was, unreadable, change }: Props) {
  const t = useWords("merchant");
  return (
    <div className="grid grid-cols-2 gap-3.5 wide:grid-cols-4">
      {GRADES.map((grade) => (
        <Field
          key={grade}
          label={t("terms.grade", { grade })}
          hint={t(`terms.gradeHint.${grade}`)}
          error={unreadable.has(`hold${grade}`) ? t("terms.noNumber", { least: 0, most: 60 }) : null}
          {...wasOf(typed.holds[grade], was?.holds[grade])}
        >
          <Input
            inputMode="numeric"
            unit={t("terms.days")}
            value={typed.holds[grade]}
            onChange={(e) => change({ holds: { ...typed.holds, [grade]: e.target.value } })}
          />
        </Field>
      ))}
    </div>
  );
}
