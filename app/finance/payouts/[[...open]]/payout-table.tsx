import { address } from "#app/_lead/address.ts";
import { shortId } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { Badge } from "#app/_ui/badge.tsx";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search, type View } from "./view.ts";

type Row = Answers["payouts"]["list"]["rows"][number];

/** Payouts with their amounts, flags, makers and states. */
export async function PayoutTable(props: { rows: readonly Row[]; view: View; search: Search; openId: string | null }) {
  const { rows, view, search, openId } = props;
  const [t, shell] = await Promise.all([pageWords("finance"), pageWords("shell")]);
  if (rows.length === 0)
    return (
      <Empty
        icon="bank"
        title={t(view === "review" ? "payouts.emptyReview" : "payouts.emptyOther")}
        action={
          view === "review" && (
            <LinkButton href={address(HERE, { view: "ready" })} icon="right">
              {t("payouts.toReady")}
            </LinkButton>
          )
        }
      >
        {view === "review" && t("payouts.emptyReviewSays")}
      </Empty>
    );
  return (
    <Table
      tall
      caption={shell("room.payouts")}
      head={
        <>
          <Th>{t("payouts.provider")}</Th>
          <Th numeric>{t("payouts.amount")}</Th>
          <Th>{t("payouts.flags")}</Th>
          <Th>{t("payouts.maker")}</Th>
          <Th>{t("payouts.state")}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id} selected={row.id === openId}>
          <Td>
            <RowLink
              href={address(`${HERE}/${row.id}`, { ...search, line: null })}
              sub={
                <>
                  {shortId("PO", row.id)} <Sep /> {t("payouts.lines", { count: row.lines })}
                </>
              }
            >
              {row.provider.name}
            </RowLink>
          </Td>
          <Td numeric>
            <Money {...row.total} size="strong" />
          </Td>
          <Td phone="hidden">
            <Flags row={row} />
          </Td>
          <Td phone="hidden" className="text-ink-2">
            {row.maker}
          </Td>
          <Td>
            <StateBadge object="payout" state={row.status} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}

async function Flags({ row }: { row: Row }) {
  const t = await pageWords("finance");
  if (row.failedLines > 0 && row.status === "partially_failed")
    return <Badge mark="cinnabar">{t("payouts.linesFailed", { count: row.failedLines })}</Badge>;
  if (row.grades.includes("D")) return <Badge mark="sulphur">{t("payouts.weakEvidence")}</Badge>;
  if (row.approvalsNeeded > 1 && row.status === "submitted")
    return (
      <Badge mark="azurite">{t("payouts.approvals", { given: row.approvals, needed: row.approvalsNeeded })}</Badge>
    );
  return <span className="text-ink-3">{t("payouts.none")}</span>;
}
