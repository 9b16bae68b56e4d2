import Link from "next/link";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { TAKE_RATE_BP } from "#server/programs/terms.ts";
import { FeeCalculator } from "./fee-calculator.tsx";
import { HEADING, Wide } from "./wide.tsx";

/** Why the fee is known before, and a calculator that reckons with the very rule that charges. */
export function Fees(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <section id="fee" className="scroll-mt-4 pt-20 phone:pt-14">
      <Wide className="grid items-start gap-x-16 gap-y-6 desk:grid-cols-[minmax(0,1fr)_560px]">
        <div>
          <h2 className={HEADING}>{t("fee.title")}</h2>
          <p className="mt-3 max-w-[38em] text-ink-2">{t("fee.text")}</p>
          <p className="mt-3.5">
            <Link href={`/${props.lang}/prices`} className="link">
              {t("fee.try")}
            </Link>
          </p>
        </div>
        <FeeCalculator
          takeRateBp={TAKE_RATE_BP}
          words={{
            model: t("fee.model"),
            percent: t("fee.percent"),
            fixed: t("fee.fixed"),
            tiers: t("fee.tiers"),
            value: t("fee.value"),
            slide: t("fee.slide"),
            pay: {
              percent: t("fee.payPercent"),
              fixed: t("fee.payFixed"),
              tier10: t("fee.payTier", { rate: 10 }),
              tier12: t("fee.payTier", { rate: 12 }),
              bound: t("fee.pay"),
            },
            says: { percent: t("fee.saysPercent"), fixed: t("fee.saysFixed"), tiers: t("fee.saysTiers") },
            provider: t("fee.provider"),
            keeps: t("fee.keeps", { rate: TAKE_RATE_BP / 100 }),
            lost: t("fee.lost"),
            minimum: t("fee.minimum"),
            cap: t("fee.cap"),
            invalid: t("fee.invalid"),
          }}
        />
      </Wide>
    </section>
  );
}
