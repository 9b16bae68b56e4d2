import { address } from "#app/_lead/address.ts";
import { accountWord } from "#app/_money/account-word.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE, type Search } from "./view.ts";

/** The journal, newest first; of one account when the address names it. */
export async function JournalTable({ search }: { search: Search }) {
  const { account, after } = search;
  const [t, common, page] = await Promise.all([
    pageWords("finance"),
    pageWords("common"),
    ask((lode) => lode.ledger.journal({ ...(account && { account }), ...(after && { after }) })),
  ]);
  return (
    <>
      {account && (
        <div className="flex flex-wrap items-center gap-3 border-line border-b px-4 py-2 text-12">
          <span className="font-medium">{t(`ledger.kind.${accountWord(account)}`)}</span>
          <code className="text-ink-3">{account}</code>
          <LinkButton size="small" icon="cross" scroll={false} href={address(HERE, { view: "journal" })}>
            {common("action.clearFilter")}
          </LinkButton>
        </div>
      )}
      {page.rows.length === 0 ? (
        <Empty icon="ledger" title={t("ledger.empty")}>
          {t("ledger.emptySays")}
        </Empty>
      ) : (
        <Table
          caption={t("ledger.view.journal")}
          head={
            <>
              <Th>{t("ledger.debit")}</Th>
              <Th>{t("ledger.credit")}</Th>
              <Th numeric>{t("ledger.amount")}</Th>
              <Th>{t("ledger.cause")}</Th>
              <Th>{t("ledger.when")}</Th>
            </>
          }
        >
          {page.rows.map((row) => (
            <Tr key={row.id}>
              <Td>{t(`ledger.kind.${accountWord(row.debit)}`)}</Td>
              <Td phone="hidden">{t(`ledger.kind.${accountWord(row.credit)}`)}</Td>
              <Td numeric>
                <Money minor={row.amountMinor} currency={row.currency} size="strong" />
              </Td>
              <Td phone="line" className="max-w-[300px]">
                <code className="block truncate text-11 text-ink-3" title={row.cause}>
                  {row.cause}
                </code>
              </Td>
              <Td phone="hidden" className="text-ink-3">
                <Instant at={row.at} />
              </Td>
            </Tr>
          ))}
        </Table>
      )}
      <Pagination
        newerHref={after ? address(HERE, { ...search, after: null }) : null}
        olderHref={page.next ? address(HERE, { ...search, after: page.next }) : null}
      />
    </>
  );
}
