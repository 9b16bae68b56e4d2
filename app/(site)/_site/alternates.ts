import type { Metadata } from "next";
import { LANGS, type Lang, localeOfLang } from "#app/_words/locale.ts";

/** Tells search engines that a page has a twin in the other language: `alternates(lang, "/prices")`. */
export function alternates(lang: Lang, path: string): NonNullable<Metadata["alternates"]> {
  const languages = Object.fromEntries(LANGS.map((each) => [localeOfLang(each), `/${each}${path}`]));
  return { canonical: `/${lang}${path}`, languages: { ...languages, "x-default": `/en${path}` } };
}
