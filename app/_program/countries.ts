import type { Locale } from "#app/_words/locale.ts";
import { COUNTRIES } from "#server/members/organisation.ts";

const namesIn = (locale: Locale) => new Intl.DisplayNames(locale, { type: "region" });

/** The names of countries in a language. Found on the server, since a browser may know them by others. */
export function countryNames(locale: Locale, codes: readonly string[]): string[] {
  const names = namesIn(locale);
  return codes.map((code) => names.of(code) ?? code);
}

/** Every country to choose from, in the order of its language. */
export function countryOptions(locale: Locale): { value: string; label: string }[] {
  const names = namesIn(locale);
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}
