import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { SettlementId } from "#server/billing/settlement.ts";
import { SettlementDrawer } from "./settlement-drawer.tsx";
import { SettlementTable } from "./settlement-table.tsx";
import { HERE, type Search, STATES, VIEWS, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.settlements") };
}

/** The fee of every confirmed deal, and where its collection stands. */
export default async function SettlementsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const settlementId = open[0] === undefined ? null : SettlementId.safeParse(open[0]);
  if (open.length > 1 || settlementId?.success === false) notFound();
  const view = viewOf(search);
  const status = STATES[view];
  const [t, shell, page] = await Promise.all([
    pageWords("finance"),
    pageWords("shell"),
    ask((lode) =>
      lode.billing.settlements({ ...(status && { status }), ...(search.after && { after: search.after }) }),
    ),
  ]);
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { view: name === "all" ? null : name }),
    label: t(`settlements.view.${name}`),
    current: name === view,
  }));
  return (
    <Room>
      <TopBar title={shell("room.settlements")} views={<Tabs label={t("settlements.views")} tabs={tabs} />} />
      <RoomBody ground="surface" flush>
        {page.rows.length === 0 && view !== "all" && (
          <FilteredEmpty filter={t(`settlements.view.${view}`)} clearHref={HERE} />
        )}
        {page.rows.length === 0 && view === "all" && (
          <Empty icon="card" title={t("settlements.empty")}>
            {t("settlements.emptySays")}
          </Empty>
        )}
        {page.rows.length > 0 && (
          <SettlementTable rows={page.rows} search={search} openId={settlementId?.data ?? null} />
        )}
        <Pagination
          newerHref={search.after ? address(HERE, { ...search, after: null }) : null}
          olderHref={page.next ? address(HERE, { ...search, after: page.next }) : null}
        />
      </RoomBody>
      {settlementId?.data && <SettlementDrawer settlementId={settlementId.data} search={search} />}
    </Room>
  );
}
