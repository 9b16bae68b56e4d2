const LOCALES = [
  "en",
  "zh-Hans",
  "zh-Hant",
  "de",
  "fr",
  "es",
  "pt",
  "it",
  "nl",
  "ja",
  "ko",
  "ru",
  "ar",
  "hi",
  "vi",
  "pl",
];
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const LANGUAGES =
  "ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv ta th tr uk ur vi zh";

/** What people write for a country that has another name in the tables. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "united states of america": "US",
  uae: "AE",
  holland: "NL",
  "czech republic": "CZ",
  turkey: "TR",
  "south korea": "KR",
  korea: "KR",
  中国大陆: "CN",
  deu: "DE",
  fra: "FR",
  esp: "ES",
  ita: "IT",
  nld: "NL",
  chn: "CN",
  ind: "IN",
};

const key = (text: string) => text.normalize("NFKC").trim().toLowerCase();

function namesOf(type: "region" | "language", codes: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const locale of LOCALES) {
    const display = new Intl.DisplayNames(locale, { type, fallback: "none" });
    for (const code of codes) names.set(key(display.of(code) ?? code), code);
  }
  return names;
}

/** Made when the first cell asks, because few processes read files. */
const once = <T>(make: () => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
const regions = once(() => {
  const display = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const pairs = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
    (code) => !/^(X[A-Z]|Q[M-Z]|ZZ|AA|EU|EZ|UN)$/.test(code),
  );
  return namesOf(
    "region",
    pairs.filter((code) => display.of(code)),
  );
});
const languages = once(() => namesOf("language", LANGUAGES.split(" ")));

/** The country a cell names, as ISO 3166-1 alpha-2, or nothing. */
export function countryOf(text: string): string {
  const name = key(text);
  const code = ALIASES[name] ?? regions().get(name);
  if (code) return code;
  const letters = name.toUpperCase();
  return /^[A-Z]{2}$/.test(letters) && [...regions().values()].includes(letters) ? letters : "";
}

/** The first language a cell names, as BCP 47, or nothing. */
export function languageOf(text: string): string {
  const [first = ""] = key(text).split(/\s*[,;/|、，]\s*/);
  const name = languages().get(first);
  if (name) return name;
  return /^[a-z]{2}(-[a-z]{2,4})?$/.test(first) && LANGUAGES.includes(first.slice(0, 2)) ? first.slice(0, 2) : "";
}
