import type { Answers } from "#app/_trpc/answers.ts";
import { Card } from "#app/_ui/card.tsx";
import { BarChart } from "#app/_ui/chart/bar-chart.tsx";
import { dateFormat, numberFormat } from "#app/_ui/format.ts";
import { Money } from "#app/_ui/money.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { exponentOf, moneyOf } from "#server/kernel/money.ts";

type Months = Answers["insight"]["merchantFigures"]["months"];

/** What a won customer cost in fees, month by month, in the currency most deals were settled in; the others stand in words. */
export async function CostPerCustomer({ months }: { months: Months }) {
  const [t, locale] = await Promise.all([pageWords("merchant"), requestLocale()]);
  const currencies = [...new Set(months.map(({ currency }) => currency))];
  const customers = (currency: string) => ofCurrency(months, currency).reduce((sum, month) => sum + month.customers, 0);
  const [main, ...others] = currencies.toSorted((a, b) => customers(b) - customers(a));
  if (!main)
    return (
      <Card title={t("home.cost")}>
        <p className="text-ink-3">{t("home.noCost")}</p>
      </Card>
    );
  const month = dateFormat(locale, "UTC", { month: "short" });
  const places = exponentOf(moneyOf(0n, main).currency);
  const bars = ofCurrency(months, main).map((it) => ({
    label: month.format(new Date(`${it.month}-01T00:00:00Z`)),
    // Only to draw with: the exact amounts are in billing.
    value: Number(it.minor) / 10 ** places,
  }));
  const whole = numberFormat(locale, { maximumFractionDigits: 0 });
  return (
    <Card title={t("home.cost")} aside={t("home.costSays", { currency: main.toUpperCase() })}>
      <BarChart
        summary={t("home.costSummary", { months: bars.length })}
        bars={bars}
        format={(value) => whole.format(value)}
      />
      {others.map((currency) => {
        const last = ofCurrency(months, currency).at(-1);
        return (
          last && (
            <p key={currency} className="flex items-baseline justify-between text-12 text-ink-3">
              {t("home.costOther", { customers: customers(currency) })}
              <Money minor={last.minor} currency={currency} />
            </p>
          )
        );
      })}
    </Card>
  );
}

const ofCurrency = (months: Months, currency: string) => months.filter((month) => month.currency === currency);
