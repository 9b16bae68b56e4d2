"use client";
import { type ReactNode, useId, useState } from "react";
import { Money } from "#app/_ui/money.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { money, parseAmount } from "#server/kernel/money.ts";
import { type Fee, type FeeTerms, feeOf } from "#server/programs/fee.ts";

type Model = "percent" | "fixed" | "tiers";

const EXAMPLES: Record<Model, { terms: Omit<FeeTerms, "takeRateBp">; value: string; most: number }> = {
  percent: {
    terms: { currency: "eur", rule: { model: "percent", rateBp: 1200 }, minimumMinor: 40_000n, capMinor: 600_000n },
    value: "36,000.00",
    most: 80_000,
  },
  fixed: {
    terms: { currency: "usd", rule: { model: "fixed", fixedMinor: 140_000n }, minimumMinor: 40_000n, capMinor: null },
    value: "22,000.00",
    most: 80_000,
  },
  tiers: {
    terms: {
      currency: "gbp",
      rule: {
        model: "tiers_by_value",
        tiers: [
          { from: 0n, fee: { rateBp: 1200 } },
          { from: 10_000_000n, fee: { rateBp: 1000 } },
        ],
      },
      minimumMinor: 40_000n,
      capMinor: null,
    },
    value: "140,000.00",
    most: 200_000,
  },
};

type Words = Record<
  "model" | Model | "value" | "slide" | "provider" | "keeps" | "lost" | "minimum" | "cap" | "invalid",
  string
> & {
  pay: Record<"percent" | "fixed" | "tier10" | "tier12" | "bound", string>;
  says: Record<Model, string>;
};

/** Any deal's fee under three kinds of terms, found by the rule that charges. */
export function FeeCalculator({ words, takeRateBp }: { words: Words; takeRateBp: number }) {
  const id = useId();
  const [model, setModel] = useState<Model>("percent");
  const [typed, setTyped] = useState(EXAMPLES.percent.value);
  const { terms, most } = EXAMPLES[model];
  const { currency } = terms;
  const value = parseAmount(typed, currency);
  const fee = feeOf({ ...terms, takeRateBp }, value ?? money(0n, currency));
  const bound = fee.steps.find(({ step }) => step === "minimum" || step === "cap");
  const choose = (next: string) => {
    setModel(next as Model);
    setTyped(EXAMPLES[next as Model].value);
  };
  return (
    <div className="rounded-[12px] border border-line-strong px-6 py-[22px] phone:p-4">
      <fieldset className="text-14 *:*:min-h-[42px]">
        <legend className="sr-only">{words.model}</legend>
        <Segmented
          value={model}
          onChange={choose}
          options={(["percent", "fixed", "tiers"] as const).map((each) => ({ value: each, label: words[each] }))}
        />
      </fieldset>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <label htmlFor={id}>{words.value}</label>
        <span className="relative">
          <input
            id={id}
            inputMode="decimal"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={!value}
            aria-describedby={`${id}-says`}
            className="num h-11 w-[190px] rounded-control border border-control-line bg-surface pr-14 pl-3 text-right text-16"
          />
          <span className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-13 text-ink-3">
            {currency.toUpperCase()}
          </span>
        </span>
      </div>
      <input
        type="range"
        aria-label={words.slide}
        min={0}
        max={most}
        step={500}
        value={value ? Number(value.minor / 100n) : 0}
        onChange={(event) => setTyped(grouped(event.target.value))}
        className="my-3 h-6 w-full accent-copper-mark"
      />
      <Result words={words} model={model} fee={fee} />
      <p id={`${id}-says`} className="mt-3 text-14 text-ink-3" aria-live="polite">
        {value ? words.says[model] : words.invalid}
        {value && bound ? ` ${words[bound.step === "cap" ? "cap" : "minimum"]}` : ""}
      </p>
    </div>
  );
}

function Result({ words, model, fee }: { words: Words; model: Model; fee: Fee }) {
  return (
    <dl>
      <Line label={payLabel(words, model, fee)} large>
        <Money {...fee.gross} size="figure" />
      </Line>
      <Line label={words.provider}>
        <Money {...fee.provider} />
      </Line>
      <Line label={words.keeps}>
        <Money {...fee.platform} />
      </Line>
      <Line label={words.lost}>
        <Money minor={0n} currency={fee.gross.currency} />
      </Line>
    </dl>
  );
}

const grouped = (whole: string) => `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.00`;

function payLabel(words: Words, model: Model, fee: Fee): string {
  if (fee.steps.some(({ step }) => step === "minimum" || step === "cap")) return words.pay.bound;
  const tier = fee.steps.find((step) => step.step === "tier");
  if (tier) return words.pay[tier.rateBp === 1000 ? "tier10" : "tier12"];
  return model === "fixed" ? words.pay.fixed : words.pay.percent;
}

function Line(props: { label: string; large?: boolean; children: ReactNode }) {
  return (
    <div className={`flex items-baseline justify-between gap-3 border-line border-b ${props.large ? "py-3" : "py-2"}`}>
      <dt className={props.large ? "font-semibold text-26 tracking-[-.02em] phone:text-20" : undefined}>
        {props.label}
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}
