import { buttonClass } from "#app/_ui/button.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { SampleLead } from "./sample-lead.tsx";
import { Wide } from "./wide.tsx";

const CALL = "h-[46px]! px-5! text-16 phone:flex-[1_1_100%]!";

/** The promise, the two doors, and a lead to look at. */
export function Hero(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <Wide className="grid items-center gap-x-16 gap-y-8 pt-9 pb-8 phone:pt-5 desk:grid-cols-[minmax(0,1fr)_468px]">
      <div>
        <h1 className="text-balance font-semibold text-56 leading-[1.04] tracking-[-.035em] phone:text-[40px]">
          {t("hero.title")}
        </h1>
        <p className="mt-5 max-w-[31em] text-18 text-ink-2 phone:text-[17px]">{t("hero.lead")}</p>
        <div className="mt-7 flex flex-wrap gap-2.5">
          <a href="/sign-up?as=merchant" className={buttonClass({ kind: "primary", className: CALL })}>
            {t("hero.publish")}
          </a>
          <a href="/sign-up?as=provider" className={buttonClass({ className: CALL })}>
            {t("hero.find")}
          </a>
        </div>
        <p className="mt-3.5 text-14 text-ink-3">{t("hero.fine")}</p>
      </div>
      <SampleLead lang={props.lang} />
    </Wide>
  );
}
