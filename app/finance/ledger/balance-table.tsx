import { address } from "#app/_lead/address.ts";
import { accountWord } from "#app/_money/account-word.ts";
import { ask } from "#app/_trpc/server.ts";
import { Count } from "#app/_ui/count.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Money } from "#app/_ui/money.tsx";
import { RowLink, Table, Td, Th, Tr, TrGroup } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { HERE } from "./view.ts";

/** The trial balance: per currency, every kind of account, and two columns that must be equal. */
export async function BalanceTable() {
  const [t, lines] = await Promise.all([pageWords("finance"), ask((lode) => lode.ledger.trialBalance())]);
  if (lines.length === 0)
    return (
      <Empty icon="ledger" title={t("ledger.empty")}>
        {t("ledger.emptySays")}
      </Empty>
    );
  const currencies = [...new Set(lines.map((line) => line.currency))];
  return (
    <Table
      caption={t("ledger.view.balance")}
      head={
        <>
          <Th>{t("ledger.account")}</Th>
          <Th numeric>{t("ledger.balance")}</Th>
          <Th numeric>{t("ledger.debits")}</Th>
          <Th numeric>{t("ledger.credits")}</Th>
          <Th numeric>{t("ledger.count")}</Th>
        </>
      }
    >
      {currencies.map((currency) => {
        const own = lines.filter((line) => line.currency === currency);
        const sum = (of: "debitsMinor" | "creditsMinor") => own.reduce((total, line) => total + line[of], 0n);
        return [
          <TrGroup key={currency} span={5}>
            {currency.toUpperCase()}
          </TrGroup>,
          ...own.map((line) => (
            <Tr key={`${currency}:${line.kind}`}>
              <Td>
                <RowLink href={address(HERE, { view: "accounts", kind: line.kind, currency })}>
                  {t(`ledger.kind.${accountWord(line.kind)}`)}
                </RowLink>
              </Td>
              <Td numeric>
                <Money
                  minor={(line.debitsMinor - line.creditsMinor) * (line.debitNormal ? 1n : -1n)}
                  currency={currency}
                  size="strong"
                />
              </Td>
              <Td numeric phone="hidden">
                <Money minor={line.debitsMinor} currency={currency} />
              </Td>
              <Td numeric phone="hidden">
                <Money minor={line.creditsMinor} currency={currency} />
              </Td>
              <Td numeric phone="hidden">
                <Count value={line.accounts} />
              </Td>
            </Tr>
          )),
          <Tr key={`${currency}:sum`}>
            <Td className="font-semibold">{t("ledger.sum")}</Td>
            <Td phone="hidden" />
            <Td numeric>
              <Money minor={sum("debitsMinor")} currency={currency} size="strong" />
            </Td>
            <Td numeric phone="hidden">
              <Money minor={sum("creditsMinor")} currency={currency} size="strong" />
            </Td>
            <Td phone="hidden" />
          </Tr>,
        ];
      })}
    </Table>
  );
}
