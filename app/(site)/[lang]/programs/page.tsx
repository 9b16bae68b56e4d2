import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { countryOptions } from "#app/_program/countries.ts";
import { FeeShort } from "#app/_program/fee-short.tsx";
import { ask } from "#app/_trpc/server.ts";
import { buttonClass } from "#app/_ui/button.tsx";
import { isLang, type Lang, localeOfLang } from "#app/_words/locale.ts";
import { PageWords } from "#app/_words/page-words.tsx";
import { translator } from "#app/_words/words.ts";
import { alternates } from "#app/(site)/_site/alternates.ts";
import { HEADING, Wide } from "#app/(site)/_site/wide.tsx";
import { MAX_SEARCH_LENGTH } from "#server/programs/program.ts";
import { TERMS_CURRENCIES } from "#server/programs/terms.ts";

type Search = { text?: string; country?: string; currency?: string; after?: string };
type Props = { params: Promise<{ lang: string }>; searchParams: Promise<Search> };

export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const t = translator(localeOfLang(lang), "program");
  return { title: t("public.title"), description: t("public.lead"), alternates: alternates(lang, "/programs") };
}

/** Every published program, for anybody who looks. */
export default async function DirectoryPage({ params, searchParams }: Props) {
  const [{ lang }, search] = await Promise.all([params, searchParams]);
  if (!isLang(lang)) notFound();
  const locale = localeOfLang(lang);
  const t = translator(locale, "program");
  const { text, country, currency, after } = search;
  const page = await ask((lode) =>
    lode.programs.look({
      text: text?.trim() || null,
      country: country || null,
      currency: currency || null,
      after: after as never,
    }),
  );
  const here = `/${lang}/programs`;
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const older = new URLSearchParams({ ...clean(search), after: page.next ?? "" });
  return (
    <PageWords locale={locale} zone="UTC" now={new Date(0)} namespaces={["program"]}>
      <Wide className="pt-12 phone:pt-6">
        <h1 className={HEADING}>{t("public.title")}</h1>
        <p className="mt-3 max-w-[38em] text-18 text-ink-2">{t("public.lead")}</p>
        <Filters lang={lang} search={search} />
        {page.rows.length === 0 && (
          <p className="mt-10 text-ink-2">
            {t("public.nothing")}{" "}
            <Link href={here} className="link">
              {t("public.clear")}
            </Link>
          </p>
        )}
        <ul className="mt-8 grid gap-4 desk:grid-cols-2">
          {page.rows.map((row) => (
            <li
              key={row.id}
              className="relative rounded-[12px] border border-line px-6 py-5 hover:bg-sunken phone:px-4"
            >
              <div className="flex items-baseline justify-between gap-4">
                <h2 className="min-w-0 font-semibold text-18 tracking-[-.01em]">
                  <Link href={`${here}/${row.id}`} className="after:absolute after:inset-0">
                    {row.name}
                  </Link>
                </h2>
                {row.terms && (
                  <span className="flex-none font-semibold">
                    <FeeShort terms={row.terms.terms} />
                  </span>
                )}
              </div>
              <p className="text-14 text-ink-3">
                {row.merchant.name}, {countries.of(row.merchant.country)}
              </p>
              {row.summary && <p className="mt-2 text-ink-2">{row.summary}</p>}
              <p className="mt-2 text-14 text-ink-3">
                {[...row.icp.industries, ...row.icp.countries.map((code) => countries.of(code) ?? code)]
                  .slice(0, 6)
                  .join(", ")}
              </p>
            </li>
          ))}
        </ul>
        {page.next && (
          <p className="mt-8">
            <Link href={`${here}?${older}`} rel="next" className={buttonClass({ size: "large" })}>
              {t("public.older")}
            </Link>
          </p>
        )}
      </Wide>
    </PageWords>
  );
}

const clean = (search: Search) =>
  Object.fromEntries(Object.entries(search).filter(([name, value]) => value && name !== "after"));

const CONTROL = "h-11 w-full rounded-control border border-control-line bg-surface px-3 text-16";

function Filters({ lang, search }: { lang: Lang; search: Search }) {
  const locale = localeOfLang(lang);
  const t = translator(locale, "program");
  return (
    <search>
      <form
        action={`/${lang}/programs`}
        className="mt-8 grid items-end gap-3 text-14 wide:grid-cols-[2fr_1fr_1fr_auto]"
      >
        <label className="grid gap-1">
          {t("public.text")}
          <input
            name="text"
            type="search"
            defaultValue={search.text}
            maxLength={MAX_SEARCH_LENGTH}
            className={CONTROL}
          />
        </label>
        <label className="grid gap-1">
          {t("public.country")}
          <select name="country" defaultValue={search.country ?? ""} className={CONTROL}>
            <option value="">{t("public.any")}</option>
            {countryOptions(locale).map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          {t("currency")}
          <select name="currency" defaultValue={search.currency ?? ""} className={CONTROL}>
            <option value="">{t("public.any")}</option>
            {TERMS_CURRENCIES.map((code) => (
              <option key={code} value={code}>
                {code.toUpperCase()}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={buttonClass({ className: "h-11! px-5! text-14" })}>
          {t("public.search")}
        </button>
      </form>
    </search>
  );
}
