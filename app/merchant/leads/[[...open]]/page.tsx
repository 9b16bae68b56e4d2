import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { Kbd } from "#app/_ui/kbd.tsx";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { LeadId } from "#server/leads/lead.ts";
import { InboxList } from "./inbox-list.tsx";
import { LeadDetail } from "./lead-detail.tsx";
import { filterOf, HERE, type Search, sumOf, VIEWS, type View, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.leads") };
}

/** The merchant's leads: what waits for its decision, and what became of the others. */
export default async function LeadsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const leadId = open[0] === undefined ? null : LeadId.safeParse(open[0]);
  if (open.length > 1 || leadId?.success === false) notFound();
  const view = viewOf(search);
  const [t, shell, inbox, programs] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    ask((lode) => lode.leads.inbox(filterOf(search))),
    ask((lode) => lode.programs.own({})),
  ]);
  const at = (over: Search, id = open[0]) => address(id ? `${HERE}/${id}` : HERE, { ...search, ...over });
  const tabs = VIEWS.map((name: View) => ({
    href: address(HERE, { ...search, view: name === "waiting" ? null : name, after: null }),
    label: t(`leads.view.${name}`),
    count: name === "waiting" ? inbox.counts.submitted || undefined : undefined,
    current: name === view,
  }));
  return (
    <Room>
      <TopBar
        title={shell("room.leads")}
        views={<Tabs label={t("leads.views")} tabs={tabs} />}
        actions={
          <span className="flex items-center gap-1.5 text-12 text-ink-3 phone:hidden">
            <Kbd>J</Kbd>
            <Kbd>K</Kbd>
            {t("leads.move")}
          </span>
        }
      />
      <ListDetail
        label={t("leads.one")}
        closeHref={address(HERE, search)}
        list={
          <InboxList
            inbox={inbox}
            view={view}
            search={search}
            openId={leadId?.data ?? null}
            programs={programs.rows.map(({ id, name }) => ({ id, name }))}
            hrefOf={(id) => at({}, id)}
          />
        }
        detail={leadId?.data ? <LeadDetail leadId={leadId.data} /> : null}
        empty={
          sumOf(inbox.counts) > 0 && (
            <Empty icon="leads" title={t("leads.chooseTitle")}>
              {t("leads.choose")}
            </Empty>
          )
        }
      />
    </Room>
  );
}
