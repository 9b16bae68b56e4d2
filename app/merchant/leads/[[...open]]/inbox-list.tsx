import { address } from "#app/_lead/address.ts";
import { CostRange } from "#app/_lead/cost-card.tsx";
import { Hidden } from "#app/_lead/hidden.tsx";
import { placeOf } from "#app/_lead/lead-words.ts";
import { RoomFilter } from "#app/_lead/room-filter.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search, sumOf, type View } from "./view.ts";

type Inbox = Answers["leads"]["inbox"];
type InboxRow = Inbox["rows"][number];

type Props = {
  inbox: Inbox;
  view: View;
  search: Search;
  openId: string | null;
  programs: readonly { id: string; name: string }[];
  hrefOf: (id: string) => string;
};

/** The column of leads, each with its clock and what it may cost. */
export async function InboxList(props: Props) {
  const { inbox, search, view } = props;
  const t = await pageWords("merchant");
  const narrowed = [search.q, search.program && props.programs.find(({ id }) => id === search.program)?.name].filter(
    Boolean,
  );
  const isEmpty = inbox.rows.length === 0;
  return (
    <>
      <RoomFilter base={HERE} programs={props.programs} />
      {isEmpty && narrowed.length > 0 && (
        <FilteredEmpty filter={narrowed.join(", ")} clearHref={address(HERE, { view: search.view ?? null })} />
      )}
      {isEmpty && narrowed.length === 0 && <Nothing view={view} none={sumOf(inbox.counts) === 0} />}
      {!isEmpty && (
        <List label={t(`leads.view.${view}`)}>
          {inbox.rows.map((row) => (
            <Row key={row.id} row={row} selected={row.id === props.openId} href={props.hrefOf(row.id)} />
          ))}
        </List>
      )}
      <Pagination
        newerHref={search.after ? address(HERE, { ...search, after: null }) : null}
        olderHref={inbox.next ? address(HERE, { ...search, after: inbox.next }) : null}
      />
    </>
  );
}

async function Row(props: { row: InboxRow; selected: boolean; href: string }) {
  const { row } = props;
  const t = await pageWords("merchant");
  const isWaiting = row.status === "submitted";
  return (
    <ListItem
      href={props.href}
      selected={props.selected}
      title={<Hidden text={row.company || row.title} />}
      end={row.score === null ? undefined : t("leads.score", { score: row.score })}
      facts={
        <>
          {placeOf(row)} <Sep /> {row.program.name}
        </>
      }
      foot={
        isWaiting ? (
          <>
            <Clock due={row.reviewDueAt} since={row.handedOverAt} short />
            <CostRange cost={row.cost} />
          </>
        ) : (
          <>
            <StateBadge object="lead" state={row.status}>
              {row.wonAt
                ? t("leads.won")
                : row.reason &&
                  row.status !== "accepted" &&
                  t(`leads.reason.${row.reason}` as "leads.reason.duplicate")}
            </StateBadge>
            <Instant at={row.handedOverAt} className="text-ink-3" />
          </>
        )
      }
    />
  );
}

async function Nothing(props: { view: View; none: boolean }) {
  const t = await pageWords("merchant");
  if (!props.none)
    return (
      <Empty icon="check" title={t(`leads.nothing.${props.view}`)}>
        {t("leads.nothingSays")}
      </Empty>
    );
  const action = (
    <LinkButton href="/merchant/programs" icon="programs">
      {t("leads.emptyAction")}
    </LinkButton>
  );
  return (
    <Empty icon="leads" title={t("leads.emptyTitle")} action={action}>
      {t("leads.empty")}
    </Empty>
  );
}
