import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { Badge } from "#app/_ui/badge.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";

type Search = Promise<{ kind?: string; after?: string }>;
const KINDS = ["merchant", "provider"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.organisations") };
}

/** Every merchant and provider, and whether each is ready to pay or to be paid. */
export default async function OrganisationsPage(props: { searchParams: Search }) {
  const { kind: wanted, after } = await props.searchParams;
  const kind = KINDS.find((it) => it === wanted);
  const [t, shell, locale] = await Promise.all([pageWords("finance"), pageWords("shell"), requestLocale()]);
  const page = await ask((lode) => lode.insight.organisations({ kind, after }));
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  const here = "/finance/organisations";
  const views = [
    { href: here, label: t("organisations.all"), current: !kind },
    ...KINDS.map((it) => ({ href: `${here}?kind=${it}`, label: t(`organisations.${it}s`), current: kind === it })),
  ];
  return (
    <Room>
      <TopBar title={shell("room.organisations")} views={<Tabs label={t("organisations.views")} tabs={views} />} />
      <RoomBody ground="surface" flush>
        {page.rows.length === 0 && kind && <FilteredEmpty filter={t(`organisations.${kind}s`)} clearHref={here} />}
        {page.rows.length === 0 && !kind && <Empty icon="organisation" title={t("organisations.empty")} />}
        {page.rows.length > 0 && (
          <Table
            caption={shell("room.organisations")}
            head={
              <>
                <Th>{t("organisations.name")}</Th>
                <Th>{t("organisations.kind")}</Th>
                <Th>{t("organisations.country")}</Th>
                <Th>{t("organisations.ready")}</Th>
                <Th numeric>{t("organisations.people")}</Th>
                <Th>{t("organisations.since")}</Th>
              </>
            }
          >
            {page.rows.map((row) => (
              <Tr key={row.id}>
                <Td className="font-medium">{row.name}</Td>
                <Td>{shell(`kind.${row.kind}`)}</Td>
                <Td phone="hidden">{countries.of(row.country)}</Td>
                <Td>
                  <Ready
                    merchant={row.kind === "merchant"}
                    method={row.paymentMethod}
                    payouts={row.payoutsCapability}
                  />
                </Td>
                <Td numeric phone="hidden">
                  {row.people}
                </Td>
                <Td phone="hidden">
                  <Instant at={row.since} />
                </Td>
              </Tr>
            ))}
          </Table>
        )}
        <Pagination
          newerHref={after ? hrefOf(kind, null) : null}
          olderHref={page.next ? hrefOf(kind, page.next) : null}
        />
      </RoomBody>
    </Room>
  );
}

function hrefOf(kind: string | undefined, after: string | null): string {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(after && { after }) });
  return `/finance/organisations?${query}`;
}

/** Can this organisation pay, or be paid, today? */
async function Ready(props: {
  merchant: boolean;
  method: { brand: string | null; last4: string | null } | null;
  payouts: string | null;
}) {
  const t = await pageWords("finance");
  if (!props.merchant) {
    if (props.payouts === "active") return <Badge mark="malachite">{t("organisations.paidOut")}</Badge>;
    return <Badge mark={props.payouts ? "cinnabar" : "slate"}>{t("organisations.notPaidOut")}</Badge>;
  }
  if (!props.method) return <Badge mark="slate">{t("organisations.noMethod")}</Badge>;
  return <Badge mark="malachite">{t("organisations.method", { last4: props.method.last4 ?? "····" })}</Badge>;
}
