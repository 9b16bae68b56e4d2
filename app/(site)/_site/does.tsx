import { Icon } from "#app/_ui/icon.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Block } from "./wide.tsx";

/** What Lode does, and what it plainly does not. */
export function Does(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <Block title={t("does.title")}>
      <div className="mt-8 grid rounded-[12px] border border-line wide:grid-cols-2 *:border-line phone:*:not-first:border-t wide:*:not-first:border-l">
        {(["yes", "no"] as const).map((side) => (
          <div key={side} className="px-7 py-6 phone:p-5">
            <h3 className="font-semibold text-20 tracking-[-.01em]">{t(`does.${side}`)}</h3>
            <ul className="mt-2.5">
              {([1, 2, 3, 4] as const).map((each) => (
                <li key={each} className="flex gap-2.5 py-1.5 text-ink-2">
                  <Icon
                    name={side === "yes" ? "check" : "cross"}
                    className={side === "yes" ? "mt-1 text-copper-mark" : "mt-1 text-ink-3"}
                  />
                  {t(`does.${side}${each}`)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Block>
  );
}
