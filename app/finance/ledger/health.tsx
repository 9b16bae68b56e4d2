import { ask } from "#app/_trpc/server.ts";
import { Card } from "#app/_ui/card.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";

const RULES = [
  "debits_equal_credits",
  "account_sums_equal_transfers",
  "guarded_account_is_not_below_nothing",
  "solvent",
  "transferred_was_approved_by_another",
  "transferred_once_at_most",
  "earnings_equal_payables",
  "in_transfer_is_short",
  "stripe_balance_equals_mirror",
  "settlement_parts_are_the_whole",
  "receivable_equals_open_settlements",
  "transfers_stay_within_the_charge",
  "charge_settles_in_a_day",
  "transfer_is_mirrored",
  "message_is_read",
  "movement_is_explained",
] as const;

/** Whether every rule of the books holds now, and Stripe's messages that nobody could read. */
export async function Health() {
  const [t, found, events] = await Promise.all([
    pageWords("finance"),
    ask((lode) => lode.billing.health()),
    ask((lode) => lode.billing.waitingEvents()),
  ]);
  const broken = new Set(found.map((violation) => violation.rule));
  return (
    <>
      <Note hue={found.length === 0 ? "malachite" : "cinnabar"}>
        <b className="font-semibold">
          {found.length === 0 ? t("ledger.healthy") : t("ledger.broken", { count: broken.size })}
        </b>
        <p>{t("ledger.healthySays")}</p>
      </Note>
      <Card title={t("ledger.view.health")} pad={false}>
        <Table
          caption={t("ledger.view.health")}
          head={
            <>
              <Th>{t("ledger.rule")}</Th>
              <Th>{t("ledger.found")}</Th>
            </>
          }
        >
          {RULES.map((rule) => (
            <Tr key={rule}>
              <Td className="font-medium">{t(`ledger.rules.${rule}`)}</Td>
              <Td>
                {found
                  .filter((violation) => violation.rule === rule)
                  .map((violation) => (
                    <code key={violation.about} className="block text-11 text-cinnabar-fg">
                      {violation.about} {violation.detail}
                    </code>
                  ))}
                {!broken.has(rule) && <span className="text-malachite-fg">✓</span>}
              </Td>
            </Tr>
          ))}
        </Table>
      </Card>
      {events.length > 0 && (
        <Card title={t("ledger.messages")} pad={false}>
          <Table
            caption={t("ledger.messages")}
            head={
              <>
                <Th>{t("ledger.message")}</Th>
                <Th>{t("ledger.object")}</Th>
                <Th numeric>{t("ledger.tries")}</Th>
                <Th>{t("ledger.when")}</Th>
              </>
            }
          >
            {events.map((event) => (
              <Tr key={`${event.endpoint}:${event.eventId}`}>
                <Td className="font-medium">{event.type}</Td>
                <Td>
                  <code className="text-11 text-ink-3">{event.objectId}</code>
                </Td>
                <Td numeric phone="hidden">
                  {event.attempts}
                </Td>
                <Td phone="hidden">
                  <Instant at={event.receivedAt} />
                </Td>
              </Tr>
            ))}
          </Table>
        </Card>
      )}
    </>
  );
}
