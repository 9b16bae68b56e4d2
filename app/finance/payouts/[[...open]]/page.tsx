import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { address } from "#app/_lead/address.ts";
import { ask } from "#app/_trpc/server.ts";
import { Money } from "#app/_ui/money.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { PayoutId } from "#server/payouts/payout.ts";
import { PayableTable } from "./payable-table.tsx";
import { PayoutDrawer } from "./payout-drawer.tsx";
import { PayoutTable } from "./payout-table.tsx";
import { HERE, type Search, STATES, VIEWS, viewOf } from "./view.ts";

type Props = { params: Promise<{ open?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.payouts") };
}

/** Payouts to check, and everything behind each of them. */
export default async function PayoutsPage(props: Props) {
  const [{ open = [] }, search] = await Promise.all([props.params, props.searchParams]);
  const payoutId = open[0] === undefined ? null : PayoutId.safeParse(open[0]);
  if (open.length > 1 || payoutId?.success === false) notFound();
  const view = viewOf(search);
  const [t, shell, payable, page] = await Promise.all([
    pageWords("finance"),
    pageWords("shell"),
    ask((lode) => lode.payouts.payable()),
    view === "ready"
      ? null
      : ask((lode) => lode.payouts.list({ status: STATES[view], ...(search.after && { after: search.after }) })),
  ]);
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { view: name === "review" ? null : name }),
    label: t(`payouts.view.${name}`),
    count: name === "ready" ? payable.length : undefined,
    current: name === view,
  }));
  const sums = sumsOf(view === "ready" ? payable.map((row) => row.amount) : (page?.rows ?? []).map((row) => row.total));
  return (
    <Room>
      <TopBar title={shell("room.payouts")} views={<Tabs label={t("payouts.views")} tabs={tabs} />} />
      {sums.length > 0 && (
        <Stats flush>
          {sums.map(([currency, minor]) => (
            <Stat key={currency} label={`${t(`payouts.view.${view}`)}, ${currency.toUpperCase()}`}>
              <Money minor={minor} currency={currency} size="large" />
            </Stat>
          ))}
        </Stats>
      )}
      <RoomBody ground="surface" flush>
        {page ? (
          <PayoutTable rows={page.rows} view={view} search={search} openId={payoutId?.data ?? null} />
        ) : (
          <PayableTable rows={payable} />
        )}
        <Pagination
          newerHref={search.after ? address(HERE, { ...search, after: null, line: null }) : null}
          olderHref={page?.next ? address(HERE, { ...search, after: page.next, line: null }) : null}
        />
      </RoomBody>
      {payoutId?.data && <PayoutDrawer payoutId={payoutId.data} search={search} />}
    </Room>
  );
}

/** Sums per currency: currencies are never added. */
function sumsOf(amounts: readonly { minor: bigint; currency: string }[]): [string, bigint][] {
  const sums = new Map<string, bigint>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  return [...sums].sort(([a], [b]) => a.localeCompare(b));
}
