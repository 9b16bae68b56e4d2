import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Block } from "./wide.tsx";

/** The way of each side, in four steps. */
export function Sides(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <Block title={t("sides.title")}>
      <div className="mt-8 grid rounded-[12px] border border-line desk:grid-cols-2 *:border-line *:not-first:border-t desk:*:not-first:border-t-0 desk:*:not-first:border-l">
        {(["merchant", "provider"] as const).map((side) => (
          <div key={side} className="grid content-start px-7 py-6 phone:p-5">
            <h3 className="font-semibold text-20 tracking-[-.01em]">{t(`sides.${side}`)}</h3>
            <ol className="mt-2.5">
              {([1, 2, 3, 4] as const).map((step) => (
                <li key={step} className="flex gap-3 py-1.5 text-ink-2">
                  <span className="num mt-[3px] grid h-[18px] w-[18px] flex-none place-items-center rounded-badge bg-copper-tint font-semibold text-11 text-copper-text">
                    {step}
                  </span>
                  {t(`sides.${side}${step}`)}
                </li>
              ))}
            </ol>
            <p className="mt-3">
              <a href={`/sign-up?as=${side}`} className="link">
                {t(`sides.${side}Go`)}
              </a>
            </p>
          </div>
        ))}
      </div>
    </Block>
  );
}
