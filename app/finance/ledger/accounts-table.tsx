import { address } from "#app/_lead/address.ts";
import { accountWord } from "#app/_money/account-word.ts";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Money } from "#app/_ui/money.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { isCurrency } from "#server/kernel/money.ts";
import { HERE, kindOf, type Search } from "./view.ts";

/** Every account with what is in it; each opens its journal. */
export async function AccountsTable({ search }: { search: Search }) {
  const kind = kindOf(search);
  const currency = search.currency && isCurrency(search.currency) ? search.currency : undefined;
  const [t, rows] = await Promise.all([
    pageWords("finance"),
    ask((lode) => lode.ledger.accounts({ ...(kind && { kind }), ...(currency && { currency }) })),
  ]);
  const cleared = address(HERE, { view: "accounts" });
  if (rows.length === 0 && kind)
    return <FilteredEmpty filter={t(`ledger.kind.${accountWord(kind)}`)} clearHref={cleared} />;
  if (rows.length === 0)
    return (
      <Empty icon="ledger" title={t("ledger.empty")}>
        {t("ledger.emptySays")}
      </Empty>
    );
  return (
    <Table
      tall
      caption={t("ledger.view.accounts")}
      head={
        <>
          <Th>{t("ledger.account")}</Th>
          <Th numeric>{t("ledger.balance")}</Th>
          <Th numeric>{t("ledger.debits")}</Th>
          <Th numeric>{t("ledger.credits")}</Th>
        </>
      }
    >
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td>
            <RowLink href={address(HERE, { view: "journal", account: row.name })} sub={row.owner}>
              {t(`ledger.kind.${accountWord(row.kind)}`)}
            </RowLink>
          </Td>
          <Td numeric>
            <Money minor={row.balanceMinor} currency={row.currency} size="strong" />
          </Td>
          <Td numeric phone="hidden">
            <Money minor={row.debitsMinor} currency={row.currency} />
          </Td>
          <Td numeric phone="hidden">
            <Money minor={row.creditsMinor} currency={row.currency} />
          </Td>
        </Tr>
      ))}
    </Table>
  );
}
