import Link from "next/link";
import { StageMenu } from "#app/_lead/stage-menu.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { Clock } from "#app/_ui/clock.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { pageWords } from "#app/_words/request.ts";
import { movesFrom, type Stage } from "#server/deals/stage.ts";
import type { LeadId } from "#server/leads/lead.ts";

export type Column = Answers["deals"]["pipeline"]["columns"][number];
type Card = Column["cards"][number];

/** One column per stage; a card moves by its menu, with keys as well as with a hand. */
export async function Board({ columns }: { columns: readonly Column[] }) {
  const [t, state] = await Promise.all([pageWords("merchant"), pageWords("state")]);
  return (
    <div className="flex min-h-0 flex-1 gap-3 overflow-x-auto bg-canvas p-5 phone:snap-x phone:snap-mandatory phone:scroll-px-3 phone:p-3">
      {columns.map(({ stage, count, cards, values }) => (
        <section
          key={stage}
          aria-label={state(`stage.${stage}`)}
          className="flex w-[252px] flex-none flex-col rounded-card border border-line bg-sunken phone:w-[82vw] phone:snap-start"
        >
          <header className="flex flex-none items-baseline gap-2 border-line border-b px-3 py-2">
            <h2 className="font-semibold">{state(`stage.${stage}`)}</h2>
            <span className="num text-12 text-ink-3">{count}</span>
            <span className="ml-auto grid text-12">
              {values.map(({ currency, minor }) => (
                <Money key={currency} minor={minor} currency={currency} />
              ))}
            </span>
          </header>
          <ul className="scroller grid flex-1 content-start gap-2 p-2">
            {cards.map((card) => (
              <BoardCard key={card.id} card={card} stage={stage} />
            ))}
            {cards.length === 0 && <li className="px-1 py-2 text-12 text-ink-3">{t("pipeline.nobody")}</li>}
            {count > cards.length && (
              <li className="px-1 py-2 text-12 text-ink-3">{t("pipeline.more", { count: count - cards.length })}</li>
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

async function BoardCard({ card, stage }: { card: Card; stage: Stage }) {
  const [t, trade] = await Promise.all([pageWords("merchant"), pageWords("trade")]);
  const next = movesFrom(stage);
  const [deal] = card.deals;
  const since = card.stage?.since ?? card.acceptance?.at;
  return (
    <li className="grid gap-1.5 rounded-control border border-line bg-surface p-2.5">
      <Link href={`/merchant/leads/${card.id}`} data-item className="truncate font-medium hover:underline">
        {card.company || card.title}
      </Link>
      <span className="truncate text-12 text-ink-3">
        {card.program.name}, {card.provider.name}
      </span>
      {card.stage?.reason && (
        <span className="text-12 text-ink-2">{trade(`lost.${card.stage.reason}` as "lost.other")}</span>
      )}
      {deal && (
        <span className="flex items-baseline justify-between gap-2 text-12">
          <Link href={`/merchant/deals/${deal.id}`} className="text-copper-text underline">
            {t("pipeline.deal")}
          </Link>
          <Money minor={deal.valueMinor} currency={deal.currency} />
        </span>
      )}
      <span className="flex min-h-7 items-center justify-between gap-2 text-12">
        {card.nextReportAt ? (
          <Clock due={card.nextReportAt} short />
        ) : (
          since && <Instant at={since} className="text-ink-3" />
        )}
        {next.length > 0 && <StageMenu leadId={card.id as LeadId} next={next} size="small" />}
      </span>
    </li>
  );
}
