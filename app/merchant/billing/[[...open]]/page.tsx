import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { SettlementId } from "#server/billing/settlement.ts";
import { may } from "#server/members/rights.ts";
import { Method } from "./method.tsx";
import { Returned } from "./returned.tsx";
import { SettlementDrawer } from "./settlement-drawer.tsx";
import { SettlementTable } from "./settlement-table.tsx";
import { HERE, kept, type Search, STATES, VIEWS, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.billing") };
}

/** How the merchant pays, and what for: every fee with its calculation and its collection. */
export default async function BillingPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const settlementId = open[0] === undefined ? null : SettlementId.safeParse(open[0]);
  if (open.length > 1 || settlementId?.success === false) notFound();
  const view = viewOf(search);
  const status = STATES[view];
  const [t, shell, me, method, page] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    ask((lode) => lode.members.me()),
    ask((lode) => lode.billing.paymentMethod()),
    ask((lode) =>
      lode.billing.mySettlements({ ...(status && { status }), ...(search.after && { after: search.after }) }),
    ),
  ]);
  const mayChange = may(me, "payment-method:change");
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { view: name === "all" ? null : name }),
    label: t(`billing.view.${name}`),
    current: name === view,
  }));
  return (
    <Room>
      <TopBar title={shell("room.billing")} views={<Tabs label={t("billing.views")} tabs={tabs} />} />
      <RoomBody ground="surface" flush>
        {mayChange && search.stripe && (
          <Returned setup={search.setup} collection={search.collection} search={kept(search)} />
        )}
        <Method {...method} mayChange={mayChange} />
        <SettlementTable rows={page.rows} view={view} search={kept(search)} openId={settlementId?.data ?? null} />
        <Pagination
          newerHref={search.after ? address(HERE, { ...kept(search), after: null }) : null}
          olderHref={page.next ? address(HERE, { ...kept(search), after: page.next }) : null}
        />
      </RoomBody>
      {settlementId?.data && (
        <SettlementDrawer
          settlementId={settlementId.data}
          search={kept(search)}
          mayPay={mayChange}
          hasMethod={method.method !== null}
        />
      )}
    </Room>
  );
}
