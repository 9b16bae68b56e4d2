"use client";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { FieldRow } from "#app/_ui/sections.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { Select } from "#app/_ui/select.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_TIERS, TIER_PERIODS } from "#server/programs/terms.ts";
import { MODELS, type TypedTerms, type TypedTier, type Unreadable } from "./terms-form.ts";

type Props = {
  typed: TypedTerms;
  was: TypedTerms | null;
  unreadable: Unreadable;
  change: (part: Partial<TypedTerms>) => void;
};

/** How the fee is found: percent, fixed, or tiers by value or by count. */
export function FeeRuleFields(props: Props) {
  const t = useWords("merchant");
  const { typed, was, unreadable, change } = props;
  const unit = typed.currency.toUpperCase();
  const choose = (value: string) => {
    const model = MODELS.find((it) => it === value) ?? typed.model;
    const tiered = model === "tiers_by_value" || model === "tiers_by_count";
    change({ model, ...(tiered && model !== typed.model && { tiers: [firstTier(model)] }) });
  };
  return (
    <>
      <Field
        label={t("terms.model")}
        group
        {...(was && was.model !== typed.model && { was: t(`terms.models.${was.model}`) })}
      >
        <Segmented
          value={typed.model}
          onChange={choose}
          options={MODELS.map((it) => ({ value: it, label: t(`terms.models.${it}`) }))}
        />
      </Field>
      {typed.model === "percent" && (
        <FieldRow of={2}>
          <Field
            label={t("terms.percent")}
            error={unreadable.has("percent") ? t("terms.noRate") : null}
            {...(was?.model === "percent" && was.percent !== typed.percent && { was: was.percent })}
          >
            <Input
              inputMode="decimal"
              unit="%"
              value={typed.percent}
              onChange={(e) => change({ percent: e.target.value })}
            />
          </Field>
        </FieldRow>
      )}
      {typed.model === "fixed" && (
        <FieldRow of={2}>
          <Field
            label={t("terms.fixed")}
            error={unreadable.has("fixed") ? t("terms.noAmount", { unit }) : null}
            {...(was?.model === "fixed" && was.fixed !== typed.fixed && { was: was.fixed })}
          >
            <Input
              inputMode="decimal"
              unit={unit}
              value={typed.fixed}
              onChange={(e) => change({ fixed: e.target.value })}
            />
          </Field>
        </FieldRow>
      )}
      {(typed.model === "tiers_by_value" || typed.model === "tiers_by_count") && <Tiers {...props} />}
    </>
  );
}

const firstTier = (model: string): TypedTier => ({
  from: model === "tiers_by_value" ? "0" : "1",
  kind: "percent",
  fee: "10",
});

function Tiers({ typed, unreadable, change }: Props) {
  const t = useWords("merchant");
  const byValue = typed.model === "tiers_by_value";
  const unit = typed.currency.toUpperCase();
  const set = (index: number, part: Partial<TypedTier>) =>
    change({ tiers: typed.tiers.map((tier, i) => (i === index ? { ...tier, ...part } : tier)) });
  return (
    <div className="grid gap-3">
      {!byValue && (
        <FieldRow of={2}>
          <Field label={t("terms.period")}>
            <Select
              value={typed.period}
              options={TIER_PERIODS.map((it) => ({ value: it, label: t(`terms.periods.${it}`) }))}
              onChange={(e) => change({ period: TIER_PERIODS.find((it) => it === e.target.value) ?? typed.period })}
            />
          </Field>
        </FieldRow>
      )}
      <ol className="grid gap-2">
        {typed.tiers.map((tier, i) => (
          <TierRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is told by its place.
            key={i}
            {...{ tier, i, unit, byValue, unreadable }}
            set={(part) => set(i, part)}
            {...(typed.tiers.length > 1 && {
              remove: () => change({ tiers: typed.tiers.filter((_, at) => at !== i) }),
            })}
          />
        ))}
      </ol>
      <p className="text-12 text-ink-3">{t(byValue ? "terms.tierValueSays" : "terms.tierCountSays")}</p>
      {typed.tiers.length < MAX_TIERS && (
        <div>
          <Button
            icon="plus"
            onClick={() => change({ tiers: [...typed.tiers, { ...firstTier(typed.model), from: "" }] })}
          >
            {t("terms.addTier")}
          </Button>
        </div>
      )}
    </div>
  );
}

function TierRow(props: {
  tier: TypedTier;
  i: number;
  unit: string;
  byValue: boolean;
  unreadable: Unreadable;
  set: (part: Partial<TypedTier>) => void;
  /** Missing for the only tier. */
  remove?: () => void;
}) {
  const t = useWords("merchant");
  const { tier, i, unit, byValue, unreadable, set } = props;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-card border border-line p-3 wide:grid-cols-[1fr_150px_1fr_auto]">
      <Field
        label={t(byValue ? "terms.fromValue" : "terms.fromDeal")}
        error={unreadable.has(`from${i}`) ? t(byValue ? "terms.noAmount" : "terms.noDeal", { unit }) : null}
      >
        <Input
          inputMode={byValue ? "decimal" : "numeric"}
          {...(byValue && { unit })}
          value={tier.from}
          onChange={(e) => set({ from: e.target.value })}
        />
      </Field>
      <Field label={t("terms.kind")} className="max-wide:order-3">
        <Select
          value={tier.kind}
          options={(["percent", "fixed"] as const).map((it) => ({ value: it, label: t(`terms.models.${it}`) }))}
          onChange={(e) => set({ kind: e.target.value === "fixed" ? "fixed" : "percent" })}
        />
      </Field>
      <Field
        label={t("terms.tierFee")}
        className="max-wide:order-4"
        error={
          unreadable.has(`fee${i}`) ? t(tier.kind === "percent" ? "terms.noRate" : "terms.noAmount", { unit }) : null
        }
      >
        <Input
          inputMode="decimal"
          unit={tier.kind === "percent" ? "%" : unit}
          value={tier.fee}
          onChange={(e) => set({ fee: e.target.value })}
        />
      </Field>
      <Button
        kind="ghost"
        icon="trash"
        className="mt-[22px]"
        aria-label={t("terms.removeTier", { n: i + 1 })}
        disabled={!props.remove}
        onClick={props.remove}
      />
    </li>
  );
}
