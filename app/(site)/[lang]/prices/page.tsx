import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Money } from "#app/_ui/money.tsx";
import { Percent } from "#app/_ui/percent.tsx";
import { isLang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { alternates } from "#app/(site)/_site/alternates.ts";
import { HEADING, Wide } from "#app/(site)/_site/wide.tsx";
import { DEFAULT_TERMS, TAKE_RATE_BP, TERMS_CURRENCIES } from "#server/programs/terms.ts";

export async function generateMetadata({ params }: PageProps<"/[lang]/prices">): Promise<Metadata> {
  const { lang } = await params;
  if (!isLang(lang)) return {};
  const t = translator(localeOfLang(lang), "site");
  return { title: t("meta.prices"), description: t("meta.pricesDescription"), alternates: alternates(lang, "/prices") };
}

/** What Lode costs each side, and when. */
export default async function PricesPage({ params }: PageProps<"/[lang]/prices">) {
  const { lang } = await params;
  if (!isLang(lang)) notFound();
  const t = translator(localeOfLang(lang), "site");
  const share = TAKE_RATE_BP / 10_000;
  return (
    <Wide className="pt-12 phone:pt-6">
      <h1 className={HEADING}>{t("prices.title")}</h1>
      <p className="mt-3 max-w-[38em] text-18 text-ink-2">{t("prices.lead")}</p>
      <div className="mt-10 grid gap-8 desk:grid-cols-2">
        <Side title={t("prices.merchant")}>
          <Price name={t("prices.merchantFee")} says={t("prices.merchantFeeSays")} value={t("prices.agreed")} />
          <Price name={t("prices.merchantSubscription")} value={<Money minor={0n} currency="eur" />} />
          <Price
            name={t("prices.merchantCard")}
            says={t("prices.merchantCardSays")}
            value={<Money minor={0n} currency="eur" />}
          />
        </Side>
        <Side title={t("prices.provider")}>
          <Price name={t("prices.providerShare")} value={<Percent value={1 - share} />} />
          <Price name={t("prices.providerHold")} says={t("prices.providerHoldSays", DEFAULT_TERMS.holdDays)} />
          <Price
            name={t("prices.providerTransfer")}
            says={t("prices.providerTransferSays")}
            value={<Money minor={0n} currency="eur" />}
          />
        </Side>
        <Side title={t("prices.platform")}>
          <Price name={t("prices.platformShare")} value={<Percent value={share} />} />
          <Price name={t("prices.currencies")} value={TERMS_CURRENCIES.map((code) => code.toUpperCase()).join(", ")} />
        </Side>
      </div>
      <p className="mt-8">
        <Link href={`/${lang}#fee`} className="link">
          {t("prices.example")}
        </Link>
      </p>
    </Wide>
  );
}

function Side(props: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-[12px] border border-line px-6 py-5 phone:px-4">
      <h2 className="font-semibold text-20 tracking-[-.01em]">{props.title}</h2>
      <dl className="mt-2">{props.children}</dl>
    </section>
  );
}

function Price(props: { name: string; says?: string; value?: ReactNode }) {
  return (
    <div className="flex justify-between gap-6 border-line border-b py-3 last:border-b-0">
      <dt>
        {props.name}
        {props.says && <span className="block max-w-[34em] text-14 text-ink-3">{props.says}</span>}
      </dt>
      {props.value && <dd className="num flex-none font-semibold">{props.value}</dd>}
    </div>
  );
}
