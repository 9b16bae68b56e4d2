"use client";
import type { Locale } from "#app/_words/locale.ts";
import { cx } from "./cx.ts";
import { numberFormat, withMinus } from "./format.ts";
import { useViewer } from "./viewer.tsx";

type Amount = { minor: bigint; currency: string };

/** The digits of an amount, exact to its last minor unit, without the currency. */
function digits({ minor, currency }: Amount, locale: Locale): string {
  const places = numberFormat(locale, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const sign = minor < 0n ? "-" : "";
  const plain = (minor < 0n ? -minor : minor).toString().padStart(places + 1, "0");
  const cut = plain.length - places;
  const decimal = `${sign}${plain.slice(0, cut)}${places ? `.${plain.slice(cut)}` : ""}`;
  const format = numberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places });
  return withMinus(format.format(decimal as Intl.StringNumericLiteral));
}

/** An amount inside a sentence: "5,891.20 EUR". Elsewhere use Money. */
export const moneyText = (amount: Amount, locale: Locale): string =>
  `${digits(amount, locale)}\u00a0${amount.currency.toUpperCase()}`;

const CLASS = "num text-right";
const SIZES = {
  plain: "",
  strong: "font-semibold",
  large: "font-semibold text-20 tracking-[-.01em]",
  figure: "font-semibold text-26 leading-[1.2] tracking-[-.02em]",
};

type Look = { size?: keyof typeof SIZES; className?: string | undefined };

function Code(props: { currency: string }) {
  return (
    <span className="ml-[.35em] inline-block w-[2.4em] text-right align-baseline font-normal text-[clamp(11px,.82em,13px)] text-ink-3 tracking-normal">
      {props.currency.toUpperCase()}
    </span>
  );
}

/** An amount of money: exact, aligned, amount first and its currency after it, small and quiet. The only place that formats money. */
export function Money(props: Amount & Look) {
  const { locale } = useViewer();
  return (
    <span className={moneyClass(props)}>
      {digits(props, locale)}
      <Code currency={props.currency} />
    </span>
  );
}

/** What something may cost: from–to in one currency. */
export function MoneyRange(props: { from: bigint; to: bigint; currency: string } & Look) {
  const { locale } = useViewer();
  const one = (minor: bigint) => digits({ minor, currency: props.currency }, locale);
  return (
    <span className={moneyClass(props)}>
      {props.from === props.to ? one(props.from) : `${one(props.from)}–${one(props.to)}`}
      <Code currency={props.currency} />
    </span>
  );
}

const moneyClass = ({ size = "plain", className }: Look) => cx(CLASS, SIZES[size], className);
