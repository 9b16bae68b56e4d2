import { address } from "#app/_lead/address.ts";
import { RoomFilter } from "#app/_lead/room-filter.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Day } from "#app/_ui/day.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search, type View } from "./view.ts";

type Deals = Answers["deals"]["list"];

type Props = {
  deals: Deals;
  view: View;
  search: Search;
  openId: string | null;
  programs: readonly { id: string; name: string }[];
};

/** The column of deals with their values and states. */
export async function DealList({ deals, view, search, openId, programs }: Props) {
  const t = await pageWords("merchant");
  const isEmpty = deals.rows.length === 0;
  const narrowed = [search.q, search.program && programs.find(({ id }) => id === search.program)?.name].filter(Boolean);
  const none = Object.values(deals.counts).every((count) => count === 0);
  return (
    <>
      <RoomFilter base={HERE} programs={programs} />
      {isEmpty && narrowed.length > 0 && (
        <FilteredEmpty filter={narrowed.join(", ")} clearHref={address(HERE, { view: search.view ?? null })} />
      )}
      {isEmpty && narrowed.length === 0 && (
        <Empty
          icon="deals"
          title={t(none ? "deals.emptyTitle" : "deals.nothing")}
          action={
            none && (
              <LinkButton href="/merchant/pipeline" icon="pipeline">
                {t("deals.emptyAction")}
              </LinkButton>
            )
          }
        >
          {t(none ? "deals.empty" : "deals.nothingSays")}
        </Empty>
      )}
      {!isEmpty && (
        <List label={t(`deals.view.${view}`)}>
          {deals.rows.map((row) => (
            <ListItem
              key={row.id}
              href={address(`${HERE}/${row.id}`, search)}
              selected={row.id === openId}
              title={row.lead.company || row.lead.title}
              end={<Money minor={row.valueMinor} currency={row.currency} />}
              facts={
                <>
                  {row.provider.name} <Sep /> {row.lead.program.name}
                </>
              }
              foot={
                <>
                  <StateBadge object="deal" state={row.status} />
                  {row.status === "reported" && row.answerDueAt ? (
                    <Clock due={row.answerDueAt} since={row.reportedAt} short />
                  ) : (
                    <span className="text-ink-3">
                      <Day day={row.wonOn} />
                    </span>
                  )}
                </>
              }
            />
          ))}
        </List>
      )}
      <Pagination
        newerHref={search.after ? address(HERE, { ...search, after: null }) : null}
        olderHref={deals.next ? address(HERE, { ...search, after: deals.next }) : null}
      />
    </>
  );
}
