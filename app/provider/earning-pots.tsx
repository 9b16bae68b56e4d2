import type { Answers } from "#app/_trpc/answers.ts";
import { Calculation } from "#app/_ui/calculation.tsx";
import { Money } from "#app/_ui/money.tsx";
import { pageWords } from "#app/_words/request.ts";

const POTS = ["expected", "held", "payable", "on_its_way", "paid"] as const;

/** What the provider has in each pot, one column per currency: they are never added. */
export async function EarningPots({ sums }: { sums: Answers["payouts"]["myEarningSums"] }) {
  const t = await pageWords("provider");
  if (sums.length === 0) return <p className="text-ink-3">{t("home.noMoney")}</p>;
  return (
    <Calculation
      caption={t("home.money")}
      stack={sums.length > 1}
      lines={POTS.map((pot) => ({
        label: t(`home.pot.${pot}`),
        amounts: sums.map(({ currency, pots }) => (
          <Money key={currency} minor={pots.find((it) => it.pot === pot)?.amount.minor ?? 0n} currency={currency} />
        )),
        ...(pot === "paid" && { kind: "sum" as const }),
      }))}
    />
  );
}
