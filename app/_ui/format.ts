import type { Locale } from "#app/_words/locale.ts";

/** English is written day first and in 24 hours. */
const INTL_TAG: Record<Locale, string> = { en: "en-GB", "zh-CN": "zh-CN" };

const kept = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>();

function keep<F extends Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => F,
): F {
  const found = kept.get(key);
  if (found) return found as F;
  const made = make();
  kept.set(key, made);
  return made;
}

/** A date formatter of the viewer's language and zone; formatters are dear, so they are kept. */
export const dateFormat = (locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  keep(
    `d${locale}${zone}${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(INTL_TAG[locale], { timeZone: zone, hourCycle: "h23", ...options }),
  );

/** A number formatter of the viewer's language. */
export const numberFormat = (locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  keep(`n${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(INTL_TAG[locale], options));

/** "3 h ago", "in 2 min". */
export const relativeFormat = (locale: Locale): Intl.RelativeTimeFormat =>
  keep(`r${locale}`, () => new Intl.RelativeTimeFormat(INTL_TAG[locale], { style: "narrow", numeric: "auto" }));

/** The real minus sign, which is as wide as a plus. */
export const withMinus = (text: string): string => text.replace("-", "−");
