import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import { ProspectId } from "#server/prospects/prospect.ts";
import { type Filter, filterOf, HERE, hrefOf } from "./filter.ts";
import { FilterBar } from "./filter-bar.tsx";
import { ProspectDetail } from "./prospect-detail.tsx";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Filter> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("provider"))("prospects.title") };
}

/** The provider's prospects as far as a filter lets them through; the open one beside the list. */
export default async function ProspectsPage(props: Props) {
  const [{ open }, asked] = await Promise.all([props.params, props.searchParams]);
  const prospectId = open && ProspectId.safeParse(open[0]);
  if ((prospectId && !prospectId.success) || (open && open.length > 1)) notFound();
  const filter = filterOf(asked);
  const [t, me, programs, page, person] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.members.me()),
    ask((lode) => lode.prospects.programs()),
    ask((lode) => lode.prospects.list(filter as never)),
    prospectId ? ask((lode) => lode.prospects.open({ prospectId: prospectId.data })) : null,
  ]);
  const mayImport = me.role !== "provider_agent";
  const { after, ...rest } = filter;
  const isFiltered = Object.keys(rest).length > 0;
  const query = hrefOf(filter);
  return (
    <Room>
      <TopBar
        title={t("prospects.title")}
        views={<FilterBar filter={filter} programs={programs} />}
        actions={
          mayImport && (
            <LinkButton href="/provider/imports" icon="upload">
              {t("prospects.import")}
            </LinkButton>
          )
        }
      />
      <ListDetail
        label={person?.name ?? t("prospects.detail")}
        closeHref={`${HERE}${query}`}
        empty={page.rows.length > 0 && <p className="text-ink-3">{t("prospects.choose")}</p>}
        detail={person && <ProspectDetail person={person} />}
        list={
          <>
            {page.rows.length === 0 && isFiltered && (
              <FilteredEmpty filter={filter.text ?? t("prospects.filter")} clearHref={HERE} />
            )}
            {page.rows.length === 0 && !isFiltered && (
              <Empty
                icon="people"
                title={t("prospects.emptyTitle")}
                action={
                  mayImport && (
                    <LinkButton kind="primary" href="/provider/imports" icon="upload">
                      {t("prospects.importAction")}
                    </LinkButton>
                  )
                }
              >
                {mayImport ? t("prospects.empty") : t("prospects.emptyAgent")}
              </Empty>
            )}
            <List label={t("prospects.title")}>
              {page.rows.map((row) => (
                <ListItem
                  key={row.id}
                  href={`${HERE}/${row.id}${query}`}
                  selected={row.id === person?.id}
                  title={row.name}
                  end={<Instant at={row.createdAt} />}
                  facts={[row.company === row.name ? "" : row.company, row.country].filter(Boolean).join(", ")}
                  foot={
                    <>
                      <StateBadge object="prospect" state={row.status}>
                        {row.status === "new" && row.reason ? t("prospects.notAvailable") : null}
                      </StateBadge>
                      <span className="min-w-0 truncate text-ink-3">{row.program.name}</span>
                    </>
                  }
                />
              ))}
            </List>
            <Pagination
              newerHref={after ? `${HERE}${hrefOf(rest)}` : null}
              olderHref={page.next ? `${HERE}${hrefOf({ ...rest, after: page.next })}` : null}
            />
          </>
        }
      />
    </Room>
  );
}
