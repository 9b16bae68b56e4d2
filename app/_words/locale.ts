/** The languages Lode speaks, as the browser names them. */
export const LOCALES = ["en", "zh-CN"] as const;
/** A language, as the browser names it. */
export type Locale = (typeof LOCALES)[number];

/** How a public address names its language: `/en/…`, `/zh/…`. */
export const LANGS = ["en", "zh"] as const;
/** A language, as an address names it. */
export type Lang = (typeof LANGS)[number];

/** The cookie that keeps the language a person chose. */
export const LOCALE_COOKIE = "lang";
/** The cookie that keeps the time zone of the browser. */
export const ZONE_COOKIE = "zone";

/** Is this one of the languages? */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);
/** Is this how an address may name one? */
export const isLang = (value: unknown): value is Lang => LANGS.some((lang) => lang === value);

/** From an address to a language. */
export const localeOfLang = (lang: Lang): Locale => (lang === "zh" ? "zh-CN" : "en");
/** From a language to an address. */
export const langOfLocale = (locale: Locale): Lang => (locale === "zh-CN" ? "zh" : "en");

/** The language of a request: what the person chose, else the best the browser asks for, else English. */
export function localeOf(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(/;\s*q=/);
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
    })
    .filter(({ tag, quality }) => quality > 0 && /^(en|zh)\b/.test(tag))
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag.startsWith("zh") ? "zh-CN" : "en";
}
