import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isLang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { alternates } from "#app/(site)/_site/alternates.ts";
import { HEADING, Wide } from "#app/(site)/_site/wide.tsx";

const DOCS = ["terms", "privacy"] as const;
type Doc = (typeof DOCS)[number];

const isDoc = (value: string): value is Doc => DOCS.some((doc) => doc === value);

export const generateStaticParams = () => DOCS.map((doc) => ({ doc }));

export async function generateMetadata({ params }: PageProps<"/[lang]/legal/[doc]">): Promise<Metadata> {
  const { lang, doc } = await params;
  if (!isLang(lang) || !isDoc(doc)) return {};
  const t = translator(localeOfLang(lang), "site");
  return { title: t(`legal.${doc}.title`), alternates: alternates(lang, `/legal/${doc}`) };
}

/** The terms of use and the privacy notice, short and plain. */
export default async function LegalPage({ params }: PageProps<"/[lang]/legal/[doc]">) {
  const { lang, doc } = await params;
  if (!isLang(lang) || !isDoc(doc)) notFound();
  const t = translator(localeOfLang(lang), "site");
  return (
    <Wide className="pt-12 phone:pt-6">
      <article className="max-w-[42em]">
        <h1 className={HEADING}>{t(`legal.${doc}.title`)}</h1>
        <p className="mt-2 text-14 text-ink-3">{t("legal.updated")}</p>
        {([1, 2, 3, 4, 5, 6] as const).map((part) => (
          <section key={part} className="mt-8">
            <h2 className="font-semibold text-18">{t(`legal.${doc}.s${part}`)}</h2>
            <p className="mt-1.5 text-ink-2 leading-[1.65]">{t(`legal.${doc}.p${part}`)}</p>
          </section>
        ))}
      </article>
    </Wide>
  );
}
