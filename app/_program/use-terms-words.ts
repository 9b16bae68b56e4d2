"use client";
import { numberFormat } from "#app/_ui/format.ts";
import { moneyText } from "#app/_ui/money.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Currency } from "#server/kernel/money.ts";
import type { FeeRule, Tier } from "#server/programs/terms.ts";

/** How a program's numbers are said: rates, amounts, and the rule of its fee as one or more sentences. */
export function useTermsWords() {
  const t = useWords("program");
  const { locale } = useViewer();
  const rate = (basisPoints: number) =>
    `${numberFormat(locale, { maximumFractionDigits: 2 }).format(basisPoints / 100)}\u202f%`;
  const amount = (minor: bigint, currency: Currency) => moneyText({ minor, currency }, locale);
  const part = (fee: Tier["fee"], currency: Currency) =>
    "rateBp" in fee ? t("fee.percent", { rate: rate(fee.rateBp) }) : amount(fee.fixedMinor, currency);

  const rule = (it: FeeRule, currency: Currency): string[] => {
    if (it.model === "percent") return [t("fee.percent", { rate: rate(it.rateBp) })];
    if (it.model === "fixed") return [t("fee.fixed", { amount: amount(it.fixedMinor, currency) })];
    if (it.model === "tiers_by_value")
      return [
        ...it.tiers.map((tier) =>
          t("fee.tierByValue", { from: amount(tier.from, currency), part: part(tier.fee, currency) }),
        ),
        t("fee.tierWhole"),
      ];
    return it.tiers.map((tier) =>
      t("fee.tierByCount", { from: tier.from.toString(), period: it.period, part: part(tier.fee, currency) }),
    );
  };
  /** The rule in a few words, for lists. */
  const short = (it: FeeRule, currency: Currency): string => {
    if (it.model === "percent") return rate(it.rateBp);
    if (it.model === "fixed") return amount(it.fixedMinor, currency);
    return t("fee.tiers", { count: it.tiers.length });
  };
  return { rate, amount, rule, short };
}
