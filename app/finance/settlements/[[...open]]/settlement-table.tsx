import { address } from "#app/_lead/address.ts";
import { shortId } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search } from "./view.ts";

type Row = Answers["billing"]["settlements"]["rows"][number];

/** Settlements with their parties, fees and states. */
export async function SettlementTable(props: { rows: readonly Row[]; search: Search; openId: string | null }) {
  const { rows, search, openId } = props;
  const [t, shell, names] = await Promise.all([
    pageWords("finance"),
    pageWords("shell"),
    ask((lode) => lode.insight.leadNames({ leadIds: rows.map((row) => row.leadId) })),
  ]);
  return (
    <Table
      tall
      caption={shell("room.settlements")}
      head={
        <>
          <Th>{t("settlements.deal")}</Th>
          <Th numeric>{t("settlements.fee")}</Th>
          <Th>{t("settlements.merchant")}</Th>
          <Th>{t("settlements.provider")}</Th>
          <Th numeric>{t("settlements.share")}</Th>
          <Th>{t("settlements.since")}</Th>
          <Th>{t("settlements.state")}</Th>
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
          <Td phone="hidden">{row.merchant.name}</Td>
          <Td phone="hidden">{row.provider.name}</Td>
          <Td numeric phone="hidden">
            <Money {...row.share} />
          </Td>
          <Td phone="hidden" className="text-ink-3">
            <Instant at={row.createdAt} />
          </Td>
          <Td phone="line">
            <StateBadge object="settlement" state={row.status} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
