import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { LeadId } from "#server/leads/lead.ts";
import { SentDetail } from "./sent-detail.tsx";
import { SentList } from "./sent-list.tsx";
import { filterOf, HERE, type Search, VIEWS, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.leads") };
}

/** The leads a provider handed over, and what became of each. */
export default async function SentLeadsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const leadId = open[0] === undefined ? null : LeadId.safeParse(open[0]);
  if (open.length > 1 || leadId?.success === false) notFound();
  const view = viewOf(search);
  const [t, shell, sent, me] = await Promise.all([
    pageWords("provider"),
    pageWords("shell"),
    ask((lode) => lode.leads.sent(filterOf(search))),
    ask((lode) => lode.members.me()),
  ]);
  const leadIds = sent.rows.filter(({ status }) => status === "accepted").map(({ id }) => id as LeadId);
  const stages = await ask((lode) => lode.deals.stagesOf({ leadIds }));
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { ...search, view: name === "all" ? null : name, after: null }),
    label: t(`leads.view.${name}`),
    count: name === "waiting" ? sent.counts.submitted || undefined : undefined,
    current: name === view,
  }));
  const any = Object.values(sent.counts).some((count) => count > 0);
  return (
    <Room>
      <TopBar title={shell("room.leads")} views={<Tabs label={t("leads.views")} tabs={tabs} />} />
      <ListDetail
        label={t("leads.one")}
        closeHref={address(HERE, search)}
        list={<SentList sent={sent} stages={stages} view={view} search={search} openId={leadId?.data ?? null} />}
        detail={leadId?.data ? <SentDetail leadId={leadId.data} mayAct={me.role !== "provider_agent"} /> : null}
        empty={
          any && (
            <Empty icon="leads" title={t("leads.chooseTitle")}>
              {t("leads.choose")}
            </Empty>
          )
        }
      />
    </Room>
  );
}
