"use client";
import { LineChart } from "#app/_ui/chart/line-chart.tsx";
import { numberFormat } from "#app/_ui/format.ts";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { exponentOf, money } from "#server/kernel/money.ts";
import { type FeeTerms, feeOf } from "#server/programs/fee.ts";

type Version = { readonly label: string; readonly terms: FeeTerms };
const POINTS = 64;

/** The fee over the value of the deal, for one or two versions of terms; drawn only, so rounding does no harm. */
export function FeeChart(props: {
  versions: readonly Version[];
  valueMinor: bigint;
  upToMinor: bigint;
  dealsInPeriod: number;
}) {
  const t = useWords("program");
  const { locale } = useViewer();
  const [first] = props.versions;
  if (!first) return null;
  const { currency } = first.terms;
  const unit = 10 ** exponentOf(currency);
  const [shown = 0n] = [props.valueMinor, props.upToMinor].sort((a, b) => (a < b ? -1 : 1));
  const feeAt = (terms: FeeTerms, minor: bigint) => ({
    x: Number(minor) / unit,
    y: Number(feeOf(terms, money(minor, currency), props).gross.minor) / unit,
  });
  const lines = props.versions
    .filter(({ terms }) => terms.currency === currency)
    .map(({ label, terms }) => ({
      label,
      points: valuesOf(terms, props.upToMinor).map((minor) => feeAt(terms, minor)),
    }));
  const compact = numberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <div className="[&_svg_text]:text-[21px]!">
      <LineChart
        summary={t("simulator.chart", { version: first.label })}
        lines={lines}
        at={feeAt(first.terms, shown)}
        format={(value) => compact.format(value)}
      />
      <p className="text-center text-12 text-ink-3">{t("simulator.axis", { currency: currency.toUpperCase() })}</p>
    </div>
  );
}

/** Evenly spread values, and both sides of every edge of a tier. */
function valuesOf(terms: FeeTerms, upTo: bigint): bigint[] {
  const even = Array.from({ length: POINTS + 1 }, (_, i) => (upTo * BigInt(i)) / BigInt(POINTS));
  const edges = terms.rule.model === "tiers_by_value" ? terms.rule.tiers.map(({ from }) => from) : [];
  const around = edges.flatMap((edge) => [edge - 1n, edge]).filter((edge) => edge >= 0n && edge <= upTo);
  return [...even, ...around].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
