"use client";
import { numberFormat, withMinus } from "./format.ts";
import { useViewer } from "./viewer.tsx";

/** A whole number with its thousands marked. */
export function Count(props: { value: number; className?: string | undefined }) {
  const { locale } = useViewer();
  return <span className={`num ${props.className ?? ""}`}>{withMinus(numberFormat(locale).format(props.value))}</span>;
}
