import type { ReactNode } from "react";
import { Badge } from "#app/_ui/badge.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Money, MoneyRange } from "#app/_ui/money.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { type Lang, localeOfLang } from "#app/_words/locale.ts";
import { translator } from "#app/_words/words.ts";

/** A picture of a lead before it is decided on; nothing in it can be pressed. */
export function SampleLead(props: { lang: Lang }) {
  const t = translator(localeOfLang(props.lang), "site");
  return (
    <figure
      aria-label={t("sample.label")}
      className="min-w-0 overflow-hidden rounded-[12px] border border-line-strong bg-surface text-13 leading-[1.45] shadow-pop"
    >
      <div className="flex items-center justify-between gap-2 border-line border-b px-[18px] py-3.5">
        <div>
          <b className="font-semibold text-16">{t("sample.title")}</b>
          <p className="text-12 text-ink-3">
            {t("sample.place")} <Sep /> {t("sample.channel")}
          </p>
        </div>
        <Badge mark="sulphur">{t("sample.state")}</Badge>
      </div>
      <div className="grid gap-3 px-[18px] py-3.5 *:min-w-0">
        <div className="flex items-center gap-3">
          <span className="text-12 text-ink-3">{t("sample.person")}</span>
          <span aria-hidden="true" className="inline-flex items-center gap-px">
            R<Hatch width={40} /> H<Hatch width={58} />
          </span>
          <span className="ml-auto flex items-center gap-1 text-11 text-ink-3">
            <Icon name="lock" />
            {t("sample.shown")}
          </span>
        </div>
        <Answer question={t("sample.q1")} answer={t("sample.a1")} quote={t("sample.quote")} firm />
        <Answer question={t("sample.q2")} answer={t("sample.a2")} firm />
        <Answer question={t("sample.q3")} answer={t("sample.a3")} />
        <dl className="grid grid-cols-[1fr_1fr_1.6fr] rounded-card phone:grid-cols-2 phone:*:last:col-span-2 phone:*:last:border-t phone:*:last:border-l-0 border border-line *:border-line *:border-l *:px-3 *:py-2 *:first:border-l-0">
          <Cost label={t("sample.now")}>
            <Money minor={0n} currency="eur" size="strong" />
          </Cost>
          <Cost label={t("sample.ifLost")}>
            <Money minor={0n} currency="eur" size="strong" />
          </Cost>
          <Cost label={t("sample.ifWon")}>
            <MoneyRange from={180000n} to={432000n} currency="eur" size="strong" />
          </Cost>
        </dl>
      </div>
      <div className="flex items-center gap-2 border-line border-t bg-sunken px-[18px] py-3" aria-hidden="true">
        <span className="hue-slate inline-flex items-center gap-1.5 font-medium text-12 text-hue-fg">
          <Icon name="clock" />
          {t("sample.left")}
          <span className="flex h-1 w-10 overflow-hidden rounded-[2px] bg-line">
            <span className="w-[64%] bg-hue-mark" />
          </span>
        </span>
        <span className={`${PICTURED} ml-auto border-line-strong bg-surface`}>{t("sample.reject")}</span>
        <span className={`${PICTURED} border-ink bg-ink text-surface`}>{t("sample.accept")}</span>
      </div>
    </figure>
  );
}

const PICTURED = "inline-flex h-[30px] items-center rounded-control border px-[11px] font-medium";

const Hatch = (props: { width: number }) => (
  <span className="hatch inline-block h-[9px] rounded-[2px]" style={{ width: props.width }} />
);

function Cost(props: { label: string; children: ReactNode }) {
  return (
    <div className="grid justify-items-start">
      <dt className="text-12 text-ink-3">{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Answer(props: { question: string; answer: string; quote?: string; firm?: boolean }) {
  return (
    <div className="flex gap-[9px]">
      <Icon
        name={props.firm ? "check" : "clock"}
        className={props.firm ? "mt-[19px] text-malachite-fg" : "mt-[19px] text-sulphur-fg"}
      />
      <div>
        <p className="text-12 text-ink-3">{props.question}</p>
        <p className="font-medium">{props.answer}</p>
        {props.quote && (
          <p className="mt-[5px] border-copper-line border-l-2 bg-sunken px-2.5 py-1.5 text-12 text-ink-2">
            {props.quote}
          </p>
        )}
      </div>
    </div>
  );
}
