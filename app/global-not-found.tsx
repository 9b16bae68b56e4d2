import "#app/globals.css";
import type { Metadata } from "next";
import { buttonClass } from "#app/_ui/button.tsx";
import { Document } from "#app/_ui/document.tsx";
import { Logo } from "#app/_ui/logo.tsx";
import { LOCALES, langOfLocale } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";

export const metadata: Metadata = { title: "404 · Lode", robots: { index: false } };

/** An address that no part of Lode knows, said in both languages, since none is known. */
export default function GlobalNotFound() {
  return (
    <Document locale="en" className="bg-surface text-16">
      <main className="grid min-h-dvh content-center justify-items-center gap-10 p-8">
        <Logo size={40} />
        <div className="grid gap-10 wide:grid-cols-2">
          {LOCALES.map((locale) => {
            const t = translator(locale, "common");
            return (
              <section
                key={locale}
                lang={locale}
                className="grid max-w-[340px] content-start justify-items-start gap-2"
              >
                <h1 className="font-semibold text-20">{t("notFound.title")}</h1>
                <p className="text-14 text-ink-2">{t("notFound.text")}</p>
                <a href={`/${langOfLocale(locale)}`} className={buttonClass({ size: "large", className: "mt-2" })}>
                  {t("notFound.home")}
                </a>
              </section>
            );
          })}
        </div>
      </main>
    </Document>
  );
}
