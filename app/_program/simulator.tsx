"use client";
import { type ReactNode, useState } from "react";
import { Calculation } from "#app/_ui/calculation.tsx";
import { cx } from "#app/_ui/cx.ts";
import { Day } from "#app/_ui/day.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Segmented } from "#app/_ui/segmented.tsx";
import { useNow } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { exponentOf, money, parseAmount } from "#server/kernel/money.ts";
import { dayIn } from "#server/kernel/time.ts";
import type { Fee } from "#server/programs/fee.ts";
import { type Moment, simulate } from "#server/programs/simulator.ts";
import { GRADES, type Grade, type Terms } from "#server/programs/terms.ts";
import { FeeChart } from "./fee-chart.tsx";
import { useTermsWords } from "./use-terms-words.ts";

type Version = { readonly label: string; readonly terms: Terms };

const FIRST_VALUE = "42,000.00";
const SHOWN_UP_TO = 80_000n;
/** An imagined deal is confirmed so many days after its lead was accepted. */
const DAYS_TO_WIN = 30;

/** Any deal's fee, who gets what of it and when: reckoned by the very rule that charges. The second version is compared. */
export function Simulator(props: {
  versions: readonly [Version, ...Version[]];
  zone: string;
  side: "merchant" | "provider" | null;
  head?: ReactNode;
}) {
  const t = useWords("program");
  const [typed, setTyped] = useState(FIRST_VALUE);
  const [grade, setGrade] = useState<Grade>("B");
  const [nth, setNth] = useState("1");
  const [now] = useState(useNow(3_600_000));
  const [{ terms }] = props.versions;
  const { currency } = terms;
  const value = parseAmount(typed, currency);
  const counted = /^[1-9]\d{0,3}$/.test(nth) ? Number(nth) : 1;
  const upTo = SHOWN_UP_TO * 10n ** BigInt(exponentOf(currency));
  const deal = {
    value: value ?? money(0n, currency),
    dealsInPeriod: counted - 1,
    grade,
    handedOverAt: new Date(now),
    daysToWin: DAYS_TO_WIN,
    zone: props.zone,
  };
  const compared = props.versions.filter((version) => version.terms.currency === currency);
  const results = compared.map((version) => ({ label: version.label, ...simulate(version.terms, deal) }));
  const [result] = results;
  return (
    <div className="grid content-start gap-3.5">
      {props.head}
      <Field label={t("simulator.value")} error={value ? null : t("simulator.noAmount")}>
        <Input
          inputMode="decimal"
          value={typed}
          unit={currency.toUpperCase()}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
      <input
        type="range"
        aria-label={t("simulator.slide")}
        min={0}
        max={Number(SHOWN_UP_TO)}
        step={500}
        value={value ? Number(value.minor / 10n ** BigInt(exponentOf(currency))) : 0}
        onChange={(event) => setTyped(grouped(event.target.value, exponentOf(currency)))}
        className="-mt-2 h-6 w-full accent-copper-mark"
      />
      {terms.rule.model === "tiers_by_count" && (
        <Field label={t("simulator.nth", { period: terms.rule.period })}>
          <Input inputMode="numeric" value={nth} onChange={(event) => setNth(event.target.value)} />
        </Field>
      )}
      <FeeTable results={results} takeRateBp={terms.takeRateBp} side={props.side} />
      {result && (
        <>
          <FeeChart versions={compared} valueMinor={deal.value.minor} upToMinor={upTo} dealsInPeriod={counted - 1} />
          <Field label={t("simulator.grade")} group>
            <Segmented
              value={grade}
              onChange={(next) => setGrade(GRADES.find((it) => it === next) ?? grade)}
              options={GRADES.map((it) => ({ value: it, label: it }))}
            />
          </Field>
          <When moments={result.moments} zone={props.zone} currency={currency} />
        </>
      )}
    </div>
  );
}

const grouped = (whole: string, places: number) =>
  `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${places ? `.${"0".repeat(places)}` : ""}`;

function FeeTable(props: {
  results: readonly { label: string; fee: Fee }[];
  takeRateBp: number;
  side: "merchant" | "provider" | null;
}) {
  const t = useWords("program");
  const say = useTermsWords();
  const pick = (part: (fee: Fee) => { minor: bigint; currency: string }) =>
    props.results.map(({ label, fee }) => <Money key={label} {...part(fee)} />);
  const first = props.results[0]?.fee;
  const because = first?.steps.flatMap((step) => {
    if (step.step === "percent") return [t("steps.percent", { rate: say.rate(step.rateBp) })];
    if (step.step === "tier")
      return [step.rateBp === null ? t("steps.tierFixed") : t("steps.tier", { rate: say.rate(step.rateBp) })];
    return step.step === "split" ? [] : [t(`steps.${step.step}`)];
  });
  return (
    <div aria-live="polite">
      <Calculation
        caption={t("simulator.title")}
        {...(props.results.length > 1 && { heads: props.results.map(({ label }) => label) })}
        lines={[
          {
            label: t(props.side === "merchant" ? "simulator.youPay" : "simulator.pays"),
            amounts: pick((fee) => fee.gross),
            kind: "total",
          },
          {
            label: t(props.side === "provider" ? "simulator.youGet" : "simulator.gets"),
            amounts: pick((fee) => fee.provider),
          },
          { label: t("simulator.keeps", { rate: say.rate(props.takeRateBp) }), amounts: pick((fee) => fee.platform) },
        ]}
      />
      <p className="mt-1 text-12 text-ink-3">{because?.join(t("steps.then"))}</p>
    </div>
  );
}

function When(props: { moments: readonly Moment[]; zone: string; currency: string }) {
  const t = useWords("program");
  return (
    <section>
      <h3 className="mb-1 font-semibold text-12 text-ink-2">{t("when.title")}</h3>
      <ol>
        {props.moments.map((it) => {
          const moved = it.merchantPays ?? it.providerGets;
          return (
            <li
              key={it.moment}
              className={cx(
                "relative grid grid-cols-[18px_minmax(0,1fr)_auto] items-baseline gap-x-1 py-1 before:absolute before:top-[-50%] before:left-[3.5px] before:h-full before:w-px before:bg-line-strong first:before:hidden",
                moved ? "font-medium text-ink" : "text-ink-2",
              )}
            >
              <i
                aria-hidden="true"
                className={cx(
                  "z-1 h-2 w-2 rotate-45 border-[1.5px]",
                  moved ? "border-copper-mark bg-copper-mark" : "border-line-strong bg-surface",
                )}
              />
              <span className="min-w-0">
                {t(`when.${it.moment}`)} <Day day={dayIn(props.zone, it.at)} className="text-12 text-ink-3" />
              </span>
              <Money minor={moved?.minor ?? 0n} currency={props.currency} className={moved ? "" : "text-ink-3"} />
            </li>
          );
        })}
      </ol>
      <p className="mt-1 text-12 text-ink-3">{t("when.assumes", { days: DAYS_TO_WIN })}</p>
    </section>
  );
}
