import type { Answers } from "#app/_trpc/answers.ts";
import { Badge } from "#app/_ui/badge.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { MakeButton } from "./make-button.tsx";

type Row = Answers["payouts"]["payable"][number];

/** Providers whose earnings wait for a payout, per currency. */
export async function PayableTable({ rows }: { rows: readonly Row[] }) {
  const t = await pageWords("finance");
  if (rows.length === 0)
    return (
      <Empty icon="bank" title={t("payouts.emptyReady")}>
        {t("payouts.emptyReadySays")}
      </Empty>
    );
  return (
    <Table
      tall
      caption={t("payouts.view.ready")}
      head={
        <>
          <Th>{t("payouts.provider")}</Th>
          <Th numeric>{t("payouts.amount")}</Th>
          <Th numeric>{t("payouts.earnings")}</Th>
          <Th>{t("payouts.account")}</Th>
          <Th />
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={`${row.providerId}:${row.amount.currency}`}>
          <Td className="font-medium">{row.providerName}</Td>
          <Td numeric>
            <Money {...row.amount} size="strong" />
          </Td>
          <Td numeric phone="hidden">
            <Count value={row.count} />
          </Td>
          <Td>
            <Badge mark={row.ready ? "malachite" : "cinnabar"}>
              {t(row.ready ? "payouts.accountReady" : "payouts.accountNotReady")}
            </Badge>
          </Td>
          <Td className="text-right">
            <MakeButton providerId={row.providerId} currency={row.amount.currency} disabled={!row.ready} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
