"use client";
import { numberFormat, withMinus } from "./format.ts";
import { useViewer } from "./viewer.tsx";

/** A share of the whole, 0.76 → "76 %"; `places` decimals at most. Nothing known yet is a dash. */
export function Percent(props: { value: number | null; places?: number; className?: string | undefined }) {
  const { locale } = useViewer();
  if (props.value === null) return <span className={props.className}>–</span>;
  const format = numberFormat(locale, { maximumFractionDigits: props.places ?? 0 });
  return (
    <span className={`num ${props.className ?? ""}`}>{`${withMinus(format.format(props.value * 100))}\u202f%`}</span>
  );
}
