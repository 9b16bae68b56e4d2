import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { FilteredEmpty } from "#app/_ui/filtered-empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";

type EventName = Parameters<Awaited<ReturnType<typeof pageWords<"event">>>>[0];
type Search = Promise<{ about?: string; what?: string; before?: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.audit") };
}

/** Everything that happened: who, when, what, and why. */
export default async function AuditPage(props: { searchParams: Search }) {
  const { about, what, before } = await props.searchParams;
  const [t, shell, event] = await Promise.all([pageWords("finance"), pageWords("shell"), pageWords("event")]);
  const page = await ask((lode) => lode.insight.auditLog({ about, what, before }));
  const older = new URLSearchParams({
    ...(about && { about }),
    ...(what && { what }),
    ...(page.next && { before: page.next }),
  });
  return (
    <Room>
      <TopBar title={shell("room.audit")} facts={t("audit.facts")} />
      <RoomBody ground="surface" flush>
        {page.rows.length === 0 &&
          (about || what || before ? (
            <FilteredEmpty filter={about ?? what ?? before ?? ""} clearHref="/finance/audit" />
          ) : (
            <Empty icon="lock" title={t("audit.empty")} />
          ))}
        {page.rows.length > 0 && (
          <Table
            caption={shell("room.audit")}
            head={
              <>
                <Th>{t("audit.what")}</Th>
                <Th>{t("audit.when")}</Th>
                <Th>{t("audit.who")}</Th>
                <Th>{t("audit.detail")}</Th>
              </>
            }
          >
            {page.rows.map((row) => (
              <Tr key={row.id}>
                <Td className="font-medium">
                  {event.has(row.what as EventName) ? event(row.what as EventName) : row.what}
                </Td>
                <Td>
                  <Instant at={row.at} />
                </Td>
                <Td>{row.who ? `${row.who}, ${row.organisation ?? ""}` : t("audit.lode")}</Td>
                <Td phone="hidden" className="max-w-[420px] truncate font-mono text-12 text-ink-3">
                  {detailOf(row.detail, row.about)}
                </Td>
              </Tr>
            ))}
          </Table>
        )}
        <Pagination
          newerHref={before ? "/finance/audit" : null}
          olderHref={page.next ? `/finance/audit?${older}` : null}
        />
      </RoomBody>
    </Room>
  );
}

function detailOf(detail: unknown, about: string): string {
  const facts = detail && typeof detail === "object" ? Object.entries(detail) : [];
  return [...facts.map(([key, value]) => `${key}: ${String(value)}`), about].join(" · ");
}
