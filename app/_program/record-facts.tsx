"use client";
import { SideCard } from "#app/_ui/card.tsx";
import { numberFormat } from "#app/_ui/format.ts";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Percent } from "#app/_ui/percent.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";

type Merchant = {
  decided: number;
  accepted: number;
  medianHoursToDecide: number | null;
  collected: number;
  medianDaysToPay: number | null;
};
type Provider = { decided: number; accepted: number; won: number };

/** How a merchant has treated leads and bills so far, with how many that rests on. */
export function MerchantRecord(props: { record: Merchant | null }) {
  const t = useWords("program");
  const { locale } = useViewer();
  const { record } = props;
  const number = numberFormat(locale, { maximumFractionDigits: 1 });
  const of = (count: number) => t("record.of", { count });
  return (
    <SideCard title={t("record.merchant")}>
      {record ? (
        <KeyValues
          wide
          rows={[
            {
              key: t("record.accepts"),
              value: <Percent value={share(record.accepted, record.decided)} />,
              aside: of(record.decided),
            },
            { key: t("record.decides"), value: hours(record.medianHoursToDecide), aside: of(record.decided) },
            {
              key: t("record.pays"),
              value: days(record.medianDaysToPay),
              aside: t("record.payments", { count: record.collected }),
            },
          ]}
        />
      ) : (
        <p className="text-12 text-ink-3">{t("record.none")}</p>
      )}
    </SideCard>
  );

  function hours(value: number | null) {
    return value === null ? "–" : t("record.hours", { hours: number.format(value) });
  }
  function days(value: number | null) {
    return value === null ? "–" : t("record.days", { days: number.format(value) });
  }
}

/** How a provider's leads have fared so far, with how many that rests on. */
export function ProviderRecord(props: { record: Provider | null }) {
  const t = useWords("program");
  const { record } = props;
  return (
    <SideCard title={t("record.provider")}>
      {record ? (
        <KeyValues
          wide
          rows={[
            {
              key: t("record.accepted"),
              value: <Percent value={share(record.accepted, record.decided)} />,
              aside: t("record.of", { count: record.decided }),
            },
            {
              key: t("record.won"),
              value: <Percent value={share(record.won, record.accepted)} />,
              aside: t("record.of", { count: record.accepted }),
            },
          ]}
        />
      ) : (
        <p className="text-12 text-ink-3">{t("record.none")}</p>
      )}
    </SideCard>
  );
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
