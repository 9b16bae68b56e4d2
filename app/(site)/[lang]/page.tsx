import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isLang } from "#app/_words/locale.ts";
import { alternates } from "#app/(site)/_site/alternates.ts";
import { Does } from "#app/(site)/_site/does.tsx";
import { Fees } from "#app/(site)/_site/fees.tsx";
import { Hero } from "#app/(site)/_site/hero.tsx";
import { Rules } from "#app/(site)/_site/rules.tsx";
import { Sides } from "#app/(site)/_site/sides.tsx";
import { Stations } from "#app/(site)/_site/stations.tsx";

export async function generateMetadata({ params }: PageProps<"/[lang]">): Promise<Metadata> {
  const { lang } = await params;
  return isLang(lang) ? { alternates: alternates(lang, "") } : {};
}

/** What Lode is, for both sides, with a fee calculator. */
export default async function LandingPage({ params }: PageProps<"/[lang]">) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  return (
    <>
      <Hero lang={lang} />
      <Stations lang={lang} />
      <Fees lang={lang} />
      <Sides lang={lang} />
      <Does lang={lang} />
      <Rules lang={lang} />
    </>
  );
}
