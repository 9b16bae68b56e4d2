"use client";
import { usePathname } from "next/navigation";
import { buttonClass } from "#app/_ui/button.tsx";
import { type Lang, LOCALE_COOKIE, localeOfLang } from "#app/_words/locale.ts";

/** The same page in the other language; the choice is kept. */
export function LanguageLink(props: { lang: Lang; label: string }) {
  const path = usePathname();
  const other: Lang = props.lang === "en" ? "zh" : "en";
  const keep = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the workspaces and `/` read it.
    document.cookie = `${LOCALE_COOKIE}=${localeOfLang(other)}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <a
      href={`/${other}${path.replace(/^\/(en|zh)/, "")}`}
      hrefLang={localeOfLang(other)}
      lang={localeOfLang(other)}
      onClick={keep}
      className={buttonClass({ kind: "ghost", className: "px-2.5! text-14" })}
    >
      {props.label}
    </a>
  );
}
