import type { Metadata } from "next";
import { TextLink } from "#app/_lead/text-link.tsx";
import { shortId } from "#app/_money/short-id.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { List, ListItem } from "#app/_ui/list.tsx";
import { Money } from "#app/_ui/money.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Columns, Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.home") };
}

/** Payouts shown on the home page, at most. */
const SHOWN = 6;

/** What waits for finance, and whether the books are right. */
export default async function FinanceHome() {
  const [t, shell, payable, toCheck, failed, waiting, stopped, health, events] = await Promise.all([
    pageWords("finance"),
    pageWords("shell"),
    ask((lode) => lode.payouts.payable()),
    ask((lode) => lode.payouts.list({ status: ["submitted", "approved"] })),
    ask((lode) => lode.payouts.list({ status: ["partially_failed"] })),
    ask((lode) => lode.billing.settlements({ status: ["action_required"] })),
    ask((lode) => lode.payouts.stopped({ limit: 8 })),
    ask((lode) => lode.billing.health()),
    ask((lode) => lode.billing.waitingEvents()),
  ]);
  const waits = [
    { key: "failed", count: failed.rows.length, href: "/finance/payouts" },
    { key: "ready", count: payable.length, href: "/finance/payouts?view=ready" },
    { key: "collections", count: waiting.rows.length, href: "/finance/settlements?view=waiting" },
    { key: "messages", count: events.length, href: "/finance/ledger?view=health" },
  ] as const;
  const open = waits.filter((wait) => wait.count > 0);
  const rules = new Set(health.map((violation) => violation.rule)).size;
  return (
    <Room>
      <TopBar title={shell("room.home")} />
      <RoomBody>
        <Stats>
          <Stat lead label={t("home.toReview")}>
            <Sums amounts={toCheck.rows.map((row) => row.total)} />
          </Stat>
          <Stat lead label={t("home.payable")}>
            <Sums amounts={payable.map((row) => row.amount)} />
          </Stat>
        </Stats>
        <Note
          hue={rules === 0 ? "malachite" : "cinnabar"}
          action={
            <LinkButton size="small" href="/finance/ledger?view=health">
              {t("home.toHealth")}
            </LinkButton>
          }
        >
          {rules === 0 ? t("home.healthy") : t("home.violations", { count: rules })}
        </Note>
        <Columns>
          <Card
            title={t("home.toReview")}
            aside={toCheck.rows.length || undefined}
            action={<TextLink href="/finance/payouts">{t("home.toPayouts")}</TextLink>}
            pad={toCheck.rows.length === 0}
          >
            {toCheck.rows.length === 0 && <p className="text-ink-3">{t("payouts.emptyReview")}</p>}
            {toCheck.rows.length > 0 && (
              <List label={t("home.toReview")}>
                {toCheck.rows.slice(0, SHOWN).map((row) => (
                  <ListItem
                    key={row.id}
                    href={`/finance/payouts/${row.id}`}
                    title={row.provider.name}
                    end={<Money {...row.total} size="strong" />}
                    foot={
                      <>
                        <StateBadge object="payout" state={row.status} />
                        <span className="text-ink-3">
                          {shortId("PO", row.id)} <Sep /> {row.maker}
                        </span>
                      </>
                    }
                  />
                ))}
              </List>
            )}
          </Card>
          <div className="grid gap-4">
            <Card title={t("home.waits")} pad={open.length === 0}>
              {open.length === 0 && <p className="text-ink-3">{t("home.nothing")}</p>}
              {open.length > 0 && (
                <List label={t("home.waits")}>
                  {open.map((wait) => (
                    <ListItem key={wait.key} href={wait.href} title={t(`home.${wait.key}`, { count: wait.count })} />
                  ))}
                </List>
              )}
            </Card>
            <Card title={t("home.stopped")} pad={stopped.rows.length === 0}>
              {stopped.rows.length === 0 && <p className="text-ink-3">{t("home.noneStopped")}</p>}
              {stopped.rows.length > 0 && (
                <List label={t("home.stopped")}>
                  {stopped.rows.map((row) => (
                    <ListItem
                      key={row.id}
                      href={
                        row.payoutId
                          ? `/finance/payouts/${row.payoutId}?line=${row.id}`
                          : `/finance/settlements/${row.settlementId}`
                      }
                      title={row.provider.name}
                      end={<Money {...row.amount} />}
                      facts={row.blocks[0]?.reason ?? shortId("E", row.id)}
                      foot={
                        <>
                          <StateBadge object="earning" state={row.status} />
                          {row.blocks[0] && <Instant at={row.blocks[0].openedAt} className="text-ink-3" />}
                        </>
                      }
                    />
                  ))}
                </List>
              )}
            </Card>
          </div>
        </Columns>
      </RoomBody>
    </Room>
  );
}

/** Sums per currency; a dash when there is nothing. */
function Sums({ amounts }: { amounts: readonly { minor: bigint; currency: string }[] }) {
  const sums = new Map<string, bigint>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + minor);
  if (sums.size === 0) return <span>–</span>;
  return [...sums].sort().map(([currency, minor]) => <Money key={currency} minor={minor} currency={currency} />);
}
