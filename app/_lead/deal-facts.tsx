import type { Answers } from "#app/_trpc/answers.ts";
import { Day } from "#app/_ui/day.tsx";
import { DetailPart } from "#app/_ui/detail.tsx";
import { Grade } from "#app/_ui/grade.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { pageWords } from "#app/_words/request.ts";
import { GRADES } from "#server/programs/terms.ts";

type Deal = Answers["deals"]["one"];

/** What is reported: value, day, by whom, how it is proven, and what is odd about it. */
export async function DealFacts({ deal }: { deal: Deal }) {
  const [t, common] = await Promise.all([pageWords("trade"), pageWords("common")]);
  const grade = GRADES.find((known) => known === deal.grade) ?? "D";
  return (
    <DetailPart title={t("deal.facts")}>
      {deal.flags.map((flag) => (
        <Note key={flag} hue="sulphur">
          {t(`deal.flag.${flag}` as "deal.flag.absurd_value")}
        </Note>
      ))}
      <KeyValues
        ruled
        wide
        rows={[
          {
            key: t("deal.value"),
            value: <Money minor={deal.valueMinor} currency={deal.currency} size="strong" />,
            aside: t(`win.base.${deal.lead.terms.feeBase}` as "win.base.first_year"),
          },
          { key: t("deal.wonOn"), value: <Day day={deal.wonOn} long /> },
          {
            key: t("deal.reportedBy"),
            value: deal.reportedBy === "merchant" ? deal.merchant.name : deal.provider.name,
            aside: <Instant at={deal.reportedAt} />,
          },
          {
            key: t("deal.proof"),
            value: (
              <span className="inline-flex items-center gap-2">
                <Grade grade={grade} /> {common(`grade.${grade}`)}
              </span>
            ),
          },
          ...(deal.note
            ? [{ key: t("win.note"), value: <span className="whitespace-pre-line">{deal.note}</span> }]
            : []),
        ]}
      />
      {deal.evidence.length > 0 && (
        <ul className="grid gap-1">
          {deal.evidence.map((file) => (
            <li key={file.id} className="flex items-center gap-2 rounded-control border border-line px-3 py-2">
              <Icon name="document" className="text-ink-3" />
              <span className="min-w-0 flex-1 wrap-anywhere">{file.fileName ?? t("deal.hiddenFile")}</span>
              <span className="text-12 text-ink-3">
                {t("deal.size", { kilobytes: Math.max(1, Math.round(file.sizeBytes / 1024)) })}
              </span>
              {file.mayOpen && (
                <a className="text-copper-text underline" href={`/api/v1/evidence/${file.id}`} download>
                  {common("action.open")}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </DetailPart>
  );
}

/** What was said about a reported deal: confirmed, contested, decided. */
export async function DealVerdicts({ deal }: { deal: Deal }) {
  const t = await pageWords("trade");
  const { confirmation, contest, voiding } = deal;
  return (
    <>
      {contest && (
        <Note hue="amethyst">
          <b className="font-semibold">{t(`deal.contestedBy.${contest.by}` as "deal.contestedBy.clock")}</b>{" "}
          <Instant at={contest.at} />
          {contest.reason && <span className="mt-1 block whitespace-pre-line">{contest.reason}</span>}
          {deal.status === "contested" && <span className="mt-1 block">{t("deal.contestedThen")}</span>}
        </Note>
      )}
      {voiding && (
        <Note>
          <b className="font-semibold">{t("deal.void")}</b> <Instant at={voiding.at} />
          <span className="mt-1 block whitespace-pre-line">{voiding.reason}</span>
        </Note>
      )}
      {confirmation && (
        <Note hue="malachite">
          {t(`deal.confirmedBy.${confirmation.by}` as "deal.confirmedBy.deemed")} <Instant at={confirmation.at} />
        </Note>
      )}
    </>
  );
}
