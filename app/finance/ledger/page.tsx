import type { Metadata } from "next";
import { address } from "#app/_lead/address.ts";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { AccountsTable } from "./accounts-table.tsx";
import { BalanceTable } from "./balance-table.tsx";
import { Health } from "./health.tsx";
import { JournalTable } from "./journal-table.tsx";
import { HERE, type Search, VIEWS, viewOf } from "./view.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.ledger") };
}

/** The ledger: what is in each kind of account, each account, each transfer, and whether it all holds. */
export default async function LedgerPage(props: { searchParams: Promise<Search> }) {
  const search = await props.searchParams;
  const view = viewOf(search);
  const [t, shell] = await Promise.all([pageWords("finance"), pageWords("shell")]);
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { view: name === "balance" ? null : name }),
    label: t(`ledger.view.${name}`),
    current: name === view,
  }));
  return (
    <Room>
      <TopBar title={shell("room.ledger")} views={<Tabs label={t("ledger.views")} tabs={tabs} />} />
      <RoomBody ground={view === "health" ? "canvas" : "surface"} flush={view !== "health"}>
        {view === "balance" && <BalanceTable />}
        {view === "accounts" && <AccountsTable search={search} />}
        {view === "journal" && <JournalTable search={search} />}
        {view === "health" && <Health />}
      </RoomBody>
    </Room>
  );
}
