import type { Answers } from "#app/_trpc/answers.ts";
import { Count } from "#app/_ui/count.tsx";
import { Day } from "#app/_ui/day.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";

/** What becomes payable on which day, from the holds that run. */
export async function Forecast({ days }: { days: Answers["payouts"]["myForecast"] }) {
  const t = await pageWords("provider");
  return (
    <section className="mt-4 border-line border-t">
      <header className="px-4 py-3">
        <h2 className="font-semibold text-14">{t("earnings.forecast")}</h2>
        <p className="text-12 text-ink-3">{t("earnings.forecastSays")}</p>
      </header>
      <Table
        caption={t("earnings.forecast")}
        head={
          <>
            <Th>{t("earnings.day")}</Th>
            <Th numeric>{t("earnings.amount")}</Th>
            <Th numeric>{t("earnings.count")}</Th>
          </>
        }
      >
        {days.map((day) => (
          <Tr key={`${day.day}:${day.amount.currency}`}>
            <Td>
              <Day day={day.day} />
            </Td>
            <Td numeric>
              <Money {...day.amount} size="strong" />
            </Td>
            <Td numeric phone="hidden">
              <Count value={day.count} />
            </Td>
          </Tr>
        ))}
      </Table>
    </section>
  );
}
