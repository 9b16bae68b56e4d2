import { address } from "#app/_lead/address.ts";
import { shortId } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Grade } from "#app/_ui/grade.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type potOf, type Search } from "./view.ts";

type Props = {
  rows: Answers["payouts"]["myEarnings"]["rows"];
  pot: ReturnType<typeof potOf>;
  search: Search;
  openId: string | null;
};

const GRADES = ["A", "B", "C", "D"] as const;

/** The provider's shares: of which deal, how much, and when they come. */
export async function EarningTable({ rows, pot, search, openId }: Props) {
  const [t, names] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.insight.settlementNames({ settlementIds: rows.map((row) => row.settlementId) })),
  ]);
  if (rows.length === 0 && pot) return <FilteredEmpty filter={t(`earnings.pot.${pot}`)} clearHref={HERE} />;
  if (rows.length === 0)
    return (
      <Empty
        icon="card"
        title={t("earnings.emptyTitle")}
        action={
          <LinkButton href="/provider/queue" icon="queue">
            {t("earnings.emptyAction")}
          </LinkButton>
        }
      >
        {t("earnings.empty")}
      </Empty>
    );
  return (
    <Table
      tall
      caption={t("earnings.one")}
      head={
        <>
          <Th>{t("earnings.deal")}</Th>
          <Th numeric>{t("earnings.amount")}</Th>
          <Th>{t("earnings.grade")}</Th>
          <Th>{t("earnings.since")}</Th>
          <Th>{t("earnings.due")}</Th>
          <Th>{t("earnings.state")}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id} selected={row.id === openId}>
          <Td>
            <RowLink href={address(`${HERE}/${row.id}`, search)} sub={names.get(row.settlementId)?.program}>
              {names.get(row.settlementId)?.name ?? shortId("E", row.id)}
            </RowLink>
          </Td>
          <Td numeric>
            <Money {...row.amount} size="strong" />
          </Td>
          <Td phone="hidden">
            <Grade grade={GRADES.find((known) => known === row.grade) ?? "D"} />
          </Td>
          <Td phone="hidden" className="text-ink-3">
            <Instant at={row.createdAt} />
          </Td>
          <Td phone="hidden" className="text-ink-3">
            {row.heldUntil ? <Instant at={row.heldUntil} /> : "–"}
          </Td>
          <Td phone="line">
            <StateBadge object="earning" state={row.status} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
