import type { IconName } from "#app/_ui/icons.ts";
import type { translator } from "#app/_words/words.ts";

/** The icon of a touch's channel. */
export const CHANNEL_ICON: Readonly<Record<string, IconName>> = {
  call: "call",
  mail: "mail",
  message: "chat",
  meeting: "people",
  note: "note",
};

/** Name of a country in the reader's language; the code itself where there is none. */
export function countryName(locale: string, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
}

type Words = ReturnType<typeof translator<"trade">>;

/** City and country as far as they are known. */
export const placeOf = ({ city, country }: { city: string; country: string }): string =>
  [city, country].filter(Boolean).join(", ");

/** Where a prospect was found, in words. */
export function sourceName(t: Words, channel: string): string {
  const key = `source.${channel}` as "source.other";
  return t.has(key) ? t(key) : t("source.other");
}

/** On which legal basis somebody was contacted, in words. */
export function basisName(t: Words, basis: string): string {
  const key = `basis.${basis}` as "basis.consent";
  return t.has(key) ? t(key) : t("basis.unknown");
}
