import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { countryNames } from "#app/_program/countries.ts";
import { ProgramParts } from "#app/_program/program-parts.tsx";
import { Simulator } from "#app/_program/simulator.tsx";
import { ask } from "#app/_trpc/server.ts";
import { buttonClass } from "#app/_ui/button.tsx";
import { isLang, localeOfLang } from "#app/_words/locale.ts";
import { PageWords } from "#app/_words/page-words.tsx";
import { translator } from "#app/_words/words.ts";
import { alternates } from "#app/(site)/_site/alternates.ts";
import { HEADING, Wide } from "#app/(site)/_site/wide.tsx";
import { ProgramId } from "#server/programs/program.ts";

type Props = { params: Promise<{ lang: string; id: string }> };

export const dynamic = "force-dynamic";

async function programOf(params: Props["params"]) {
  const { lang, id } = await params;
  const programId = ProgramId.safeParse(id);
  if (!isLang(lang) || !programId.success) notFound();
  return { lang, program: await ask((lode) => lode.programs.lookAt({ programId: programId.data })) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, program } = await programOf(params);
  return {
    title: program.name,
    description: program.summary || program.product.slice(0, 160),
    alternates: alternates(lang, `/programs/${program.id}`),
  };
}

/** One published program, for anybody who looks: what, for whom, which questions, what it pays. */
export default async function PublicProgramPage({ params }: Props) {
  const { lang, program } = await programOf(params);
  const locale = localeOfLang(lang);
  const t = translator(locale, "program");
  const country = new Intl.DisplayNames(locale, { type: "region" }).of(program.merchant.country);
  return (
    <PageWords locale={locale} zone={program.merchant.timeZone} now={program.asOf} namespaces={["program"]}>
      <Wide className="pt-10 text-14 phone:pt-5">
        <p>
          <Link href={`/${lang}/programs`} className="link">
            {t("public.title")}
          </Link>
        </p>
        <h1 className={`${HEADING} mt-3`}>{program.name}</h1>
        <p className="mt-2 text-16 text-ink-3">
          {program.merchant.name}, {country}
        </p>
        {program.summary && <p className="mt-3 max-w-[38em] text-18 text-ink-2">{program.summary}</p>}
        <div className="mt-8 grid items-start gap-10 desk:grid-cols-[minmax(0,1fr)_400px]">
          <div className="grid gap-4">
            <h2 className="sr-only">{t("part.all")}</h2>
            <ProgramParts
              product={program.product}
              icp={program.icp}
              countries={countryNames(locale, program.icp.countries)}
              criteria={program.criteria}
              terms={program.terms}
            />
          </div>
          <aside className="grid gap-4">
            <div className="rounded-[12px] border border-line-strong px-5 py-4">
              <p className="mb-3 text-ink-2">{t("public.applySays")}</p>
              <a
                href={`/sign-in?next=${encodeURIComponent(`/provider/programs/${program.id}`)}`}
                className={buttonClass({ kind: "primary", wide: true, className: "h-11! text-14" })}
              >
                {t("public.apply")}
              </a>
            </div>
            {program.terms && (
              <section className="rounded-[12px] border border-line-strong px-5 py-4">
                <h2 className="mb-3 font-semibold text-16">{t("simulator.title")}</h2>
                <Simulator
                  side={null}
                  zone={program.merchant.timeZone}
                  versions={[
                    { label: t("terms.version", { version: program.terms.version }), terms: program.terms.terms },
                  ]}
                />
              </section>
            )}
          </aside>
        </div>
      </Wide>
    </PageWords>
  );
}
