import { TextLink } from "#app/_lead/text-link.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { DetailPart } from "#app/_ui/detail.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";

type Props = { progress: Answers["deals"]["progress"]; dealHref: ((id: string) => string) | null };

/** How far an accepted lead has come: its stage, the way there, and the wins reported for it. */
export async function Progress({ progress, dealHref }: Props) {
  const [t, state] = await Promise.all([pageWords("trade"), pageWords("state")]);
  const { stage, reason, moves, deals } = progress;
  const why = reason && t(`lost.${reason}` as "lost.other");
  return (
    <DetailPart
      title={t("progress.title")}
      aside={
        <StateBadge object="stage" state={stage}>
          {why}
        </StateBadge>
      }
    >
      {deals.map((deal) => (
        <div
          key={deal.id}
          className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-line px-3 py-2"
        >
          <StateBadge object="deal" state={deal.status} />
          <span className="min-w-0 flex-1 text-12 text-ink-3">
            {t(`progress.reportedBy.${deal.reportedBy}` as "progress.reportedBy.merchant")}{" "}
            <Instant at={deal.reportedAt} />
          </span>
          <Money minor={deal.valueMinor} currency={deal.currency} size="strong" />
          {dealHref && <TextLink href={dealHref(deal.id)}>{t("progress.openDeal")}</TextLink>}
        </div>
      ))}
      {moves.length === 0 && <p className="text-12 text-ink-3">{t("progress.none")}</p>}
      <ol className="grid gap-1">
        {moves.map((move) => (
          <li key={`${move.to}${move.at.getTime()}`} className="flex flex-wrap items-baseline gap-x-2 text-12">
            <Instant at={move.at} className="w-[104px] text-ink-3" />
            <span>
              {state(`stage.${move.from}`)} → <b className="font-medium">{state(`stage.${move.to}`)}</b>
              {move.reason && `, ${t(`lost.${move.reason}` as "lost.other")}`}
            </span>
          </li>
        ))}
      </ol>
    </DetailPart>
  );
}
