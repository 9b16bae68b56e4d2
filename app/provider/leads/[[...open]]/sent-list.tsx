import { address } from "#app/_lead/address.ts";
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
import { HERE, type Search, type View } from "./view.ts";

type Sent = Answers["leads"]["sent"];
type Stages = Answers["deals"]["stagesOf"];

/** The column of leads with their states, reasons and stages. */
export async function SentList(props: {
  sent: Sent;
  stages: Stages;
  view: View;
  search: Search;
  openId: string | null;
}) {
  const { sent, search } = props;
  const t = await pageWords("provider");
  const isEmpty = sent.rows.length === 0;
  const none = Object.values(sent.counts).every((count) => count === 0);
  const action = (
    <LinkButton href="/provider/queue" icon="queue">
      {t("leads.emptyAction")}
    </LinkButton>
  );
  return (
    <>
      <RoomFilter base={HERE} programs={[]} />
      {isEmpty && search.q && (
        <FilteredEmpty filter={search.q} clearHref={address(HERE, { view: search.view ?? null })} />
      )}
      {isEmpty && !search.q && (
        <Empty icon="leads" title={t(none ? "leads.emptyTitle" : "leads.nothing")} action={none && action}>
          {t(none ? "leads.empty" : "leads.nothingSays")}
        </Empty>
      )}
      {!isEmpty && (
        <List label={t(`leads.view.${props.view}`)}>
          {sent.rows.map((row) => (
            <ListItem
              key={row.id}
              href={address(`${HERE}/${row.id}`, search)}
              selected={row.id === props.openId}
              title={row.company || row.name}
              facts={
                <>
                  {row.name} <Sep /> {row.merchant.name}
                </>
              }
              foot={
                <>
                  <Outcome row={row} stage={props.stages.find(({ leadId }) => leadId === row.id) ?? null} />
                  {row.status === "submitted" ? (
                    <Clock due={row.reviewDueAt} since={row.handedOverAt} short />
                  ) : (
                    <Instant at={row.handedOverAt} className="text-ink-3" />
                  )}
                </>
              }
            />
          ))}
        </List>
      )}
      <Pagination
        newerHref={search.after ? address(HERE, { ...search, after: null }) : null}
        olderHref={sent.next ? address(HERE, { ...search, after: sent.next }) : null}
      />
    </>
  );
}

/** Where a lead stands in one badge: its stage once it is accepted, its reason when it was refused. */
async function Outcome({ row, stage }: { row: Sent["rows"][number]; stage: Stages[number] | null }) {
  const [t, trade] = await Promise.all([pageWords("provider"), pageWords("trade")]);
  if (row.status === "accepted" && stage)
    return (
      <StateBadge object="stage" state={stage.stage}>
        {stage.reason && trade(`lost.${stage.reason}` as "lost.other")}
      </StateBadge>
    );
  const reason = row.giveBack?.reason ?? row.rejection?.reason;
  return (
    <StateBadge object="lead" state={row.status}>
      {reason && row.status !== "accepted" && t(`leads.reason.${reason}` as "leads.reason.duplicate")}
    </StateBadge>
  );
}
