import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { DealId } from "#server/deals/deal.ts";
import { DealDetail } from "./deal-detail.tsx";
import { DealList } from "./deal-list.tsx";
import { PickLead } from "./pick-lead.tsx";
import { filterOf, HERE, type Search, VIEWS, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.deals") };
}

/** The merchant's deals: those that wait for its answer, and what the others cost. */
export default async function DealsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const dealId = open[0] === undefined ? null : DealId.safeParse(open[0]);
  if (open.length > 1 || dealId?.success === false) notFound();
  const view = viewOf(search);
  const [t, shell, deals, programs] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    ask((lode) => lode.deals.list(filterOf(search))),
    ask((lode) => lode.programs.own({})),
  ]);
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { ...search, view: name === "all" ? null : name, after: null }),
    label: t(`deals.view.${name}`),
    count: name === "reported" || name === "contested" ? deals.counts[name] || undefined : undefined,
    current: name === view,
  }));
  const any = Object.values(deals.counts).some((count) => count > 0);
  return (
    <Room>
      <TopBar
        title={shell("room.deals")}
        views={<Tabs label={t("deals.views")} tabs={tabs} />}
        actions={<PickLead />}
      />
      <ListDetail
        label={t("deals.one")}
        closeHref={address(HERE, search)}
        list={
          <DealList
            deals={deals}
            view={view}
            search={search}
            openId={dealId?.data ?? null}
            programs={programs.rows.map(({ id, name }) => ({ id, name }))}
          />
        }
        detail={dealId?.data ? <DealDetail dealId={dealId.data} /> : null}
        empty={
          any && (
            <Empty icon="deals" title={t("deals.chooseTitle")}>
              {t("deals.choose")}
            </Empty>
          )
        }
      />
    </Room>
  );
}
