import "#app/globals.css";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Document } from "#app/_ui/document.tsx";
import { ViewerProvider } from "#app/_ui/viewer.tsx";
import { isLang, LANGS, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Footer } from "#app/(site)/_site/footer.tsx";
import { Header } from "#app/(site)/_site/header.tsx";
import { ORIGIN } from "#app/(site)/_site/origin.ts";

export const dynamicParams = false;
export const generateStaticParams = () => LANGS.map((lang) => ({ lang }));

export async function generateMetadata({ params }: LayoutProps<"/[lang]">): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const t = translator(localeOfLang(lang), "site");
  return {
    metadataBase: ORIGIN,
    title: { default: t("meta.title"), template: "%s · Lode" },
    description: t("meta.description"),
    openGraph: { siteName: "Lode", locale: localeOfLang(lang) },
  };
}

/** The public site in one language: its head, the page, its foot. */
export default async function SiteLayout({ params, children }: LayoutProps<"/[lang]"> & { children: ReactNode }) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const locale = localeOfLang(lang);
  return (
    <Document locale={locale} className="bg-surface text-16 leading-[1.55]">
      <ViewerProvider locale={locale} zone="UTC" now={0}>
        <Header lang={lang} />
        <main id="page">{children}</main>
        <Footer lang={lang} />
      </ViewerProvider>
    </Document>
  );
}
