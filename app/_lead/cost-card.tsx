"use client";
import { useTermsWords } from "#app/_program/use-terms-words.ts";
import { SideCard } from "#app/_ui/card.tsx";
import { Money, MoneyRange } from "#app/_ui/money.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { LeadCost } from "#server/leads/lead-cost.ts";
import { TextLink } from "./text-link.tsx";

/** What a lead may cost: nothing now, nothing if lost, and a range with its rule if won. */
export function CostCard(props: { cost: LeadCost; version: number; termsHref: string }) {
  const t = useWords("trade");
  const say = useTermsWords();
  const { cost } = props;
  const { currency } = cost;
  const line = (label: string, value: React.ReactNode, strong = false) => (
    <div className={`flex items-baseline justify-between gap-2 ${strong ? "font-semibold" : ""}`}>
      <span className="text-ink-3">{label}</span>
      {value}
    </div>
  );
  return (
    <SideCard
      title={t("cost.title")}
      aside={<TextLink href={props.termsHref}>{t("cost.terms", { version: props.version })}</TextLink>}
    >
      <div className="grid gap-1.5">
        {line(t("cost.now"), <Money minor={0n} currency={currency} />)}
        {line(t("cost.lost"), <Money minor={0n} currency={currency} />)}
        <hr className="my-1 border-line" />
        {line(t("cost.won"), <CostRange cost={cost} />, true)}
      </div>
      <div className="grid gap-1 text-12 text-ink-3 leading-[1.5]">
        {[...say.rule(cost.rule, currency), t(`cost.base.${cost.feeBase}`), t("cost.promise")].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </SideCard>
  );
}

/** From–to, or from the least where only the deal's value bounds the fee. */
export function CostRange(props: { cost: Pick<LeadCost, "currency" | "fromMinor" | "toMinor"> }) {
  const t = useWords("trade");
  const { currency, fromMinor, toMinor } = props.cost;
  if (toMinor !== null) return <MoneyRange from={fromMinor} to={toMinor} currency={currency} />;
  return (
    <span className="whitespace-nowrap">
      <span className="font-normal text-ink-3">{t("cost.from")} </span>
      <Money minor={fromMinor} currency={currency} />
    </span>
  );
}
