import { address } from "#app/_lead/address.ts";
import { declineWord } from "#app/_money/decline-word.ts";
import { shortId } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search, type View } from "./view.ts";

type Props = {
  rows: Answers["billing"]["mySettlements"]["rows"];
  view: View;
  search: Search;
  openId: string | null;
};

/** The merchant's fees: of which deal, how much, and where their collection stands. */
export async function SettlementTable({ rows, view, search, openId }: Props) {
  const [t, trade, names] = await Promise.all([
    pageWords("merchant"),
    pageWords("trade"),
    ask((lode) => lode.insight.leadNames({ leadIds: rows.map((row) => row.leadId) })),
  ]);
  if (rows.length === 0 && view !== "all") return <FilteredEmpty filter={t(`billing.view.${view}`)} clearHref={HERE} />;
  if (rows.length === 0)
    return (
      <Empty
        icon="card"
        title={t("billing.emptyTitle")}
        action={
          <LinkButton href="/merchant/deals" icon="deals">
            {t("billing.emptyAction")}
          </LinkButton>
        }
      >
        {t("billing.empty")}
      </Empty>
    );
  return (
    <Table
      tall
      caption={t("billing.one")}
      head={
        <>
          <Th>{t("billing.deal")}</Th>
          <Th numeric>{t("billing.fee")}</Th>
          <Th numeric>{t("billing.base")}</Th>
          <Th>{t("billing.provider")}</Th>
          <Th>{t("billing.since")}</Th>
          <Th>{t("billing.state")}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id} selected={row.id === openId}>
          <Td>
            <RowLink href={address(`${HERE}/${row.id}`, search)} sub={names.get(row.leadId)?.program.name}>
              {names.get(row.leadId)?.name ?? shortId("S", row.id)}
            </RowLink>
          </Td>
          <Td numeric>
            <Money {...row.gross} size="strong" />
          </Td>
          <Td numeric phone="hidden">
            <Money {...row.feeBase} />
          </Td>
          <Td phone="hidden">{row.provider.name}</Td>
          <Td phone="hidden" className="text-ink-3">
            <Instant at={row.createdAt} />
          </Td>
          <Td phone="line">
            <StateBadge object="settlement" state={row.status} />
            {row.collection?.declineCode && (
              <span className="mt-0.5 block text-11 text-ink-3">
                {trade(`money.decline.${declineWord(row.collection.declineCode)}`)}
              </span>
            )}
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
