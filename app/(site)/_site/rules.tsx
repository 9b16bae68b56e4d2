import { Icon } from "#app/_ui/icon.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";
import { Block } from "./wide.tsx";

const RULES = {
  frozen: "lock",
  yours: "shield",
  silence: "clock",
  reason: "scales",
  tripwire: "flag",
  consent: "refuse",
} as const satisfies Record<string, IconName>;

/** The rules that keep both sides honest. */
export function Rules(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <Block id="rules" title={t("rules.title")}>
      <ul className="mt-9 grid grid-cols-2 gap-x-10 gap-y-8 phone:grid-cols-1 phone:gap-y-6 desk:grid-cols-3">
        {(Object.keys(RULES) as (keyof typeof RULES)[]).map((rule) => (
          <li key={rule} className="flex gap-3">
            <Icon name={RULES[rule]} className="mt-0.5 h-5! w-5! text-copper-mark" />
            <div>
              <h3 className="font-semibold text-16 leading-[1.4]">{t(`rules.${rule}`)}</h3>
              <p className="mt-1 text-14 text-ink-2">{t(`rules.${rule}Says`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  );
}
