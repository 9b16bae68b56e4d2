import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { Empty } from "#app/_ui/empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import type { PageInput } from "#server/kernel/page.ts";
import { NewProgram } from "./new-program.tsx";

const HERE = "/merchant/programs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.programs") };
}

/** The merchant's programs, and what waits in each. */
export default async function ProgramsPage(props: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await props.searchParams;
  const [t, shell] = await Promise.all([pageWords("merchant"), pageWords("shell")]);
  const page = await ask((lode) => lode.programs.own({ after } as typeof PageInput._input));
  const me = await ask((lode) => lode.members.me());
  const mayCreate = me.role === "merchant_owner";
  return (
    <Room>
      <TopBar title={shell("room.programs")} actions={mayCreate && page.rows.length > 0 && <NewProgram />} />
      <RoomBody ground="surface" flush>
        {page.rows.length === 0 && (
          <Empty icon="programs" title={t("programs.emptyTitle")} action={mayCreate && <NewProgram />}>
            {t("programs.empty")}
          </Empty>
        )}
        {page.rows.length > 0 && (
          <Table
            caption={shell("room.programs")}
            tall
            head={
              <>
                <Th>{t("programs.name")}</Th>
                <Th>{t("programs.state")}</Th>
                <Th>{t("programs.terms")}</Th>
                <Th numeric>{t("programs.providers")}</Th>
                <Th numeric>{t("programs.waiting")}</Th>
                <Th>{t("programs.published")}</Th>
              </>
            }
          >
            {page.rows.map((row) => (
              <Tr key={row.id}>
                <Td>
                  <RowLink href={`${HERE}/${row.id}`} sub={row.summary || t("programs.noSummary")}>
                    {row.name}
                  </RowLink>
                </Td>
                <Td>
                  <StateBadge object="program" state={row.status} />
                </Td>
                <Td phone="hidden">
                  {row.version === null ? t("programs.draft") : t("programs.version", { version: row.version })}
                  <span className="block text-12 text-ink-3">
                    {row.currency.toUpperCase()}
                    {row.hasDraft && row.version !== null && ` · ${t("programs.withDraft")}`}
                  </span>
                </Td>
                <Td numeric phone="hidden">
                  {row.approved}
                </Td>
                <Td numeric phone="hidden">
                  <span className={row.applied ? "font-semibold text-copper-text" : "text-ink-3"}>{row.applied}</span>
                </Td>
                <Td phone="hidden">{row.publishedAt ? <Instant at={row.publishedAt} /> : "–"}</Td>
              </Tr>
            ))}
          </Table>
        )}
        <Pagination
          newerHref={after ? HERE : null}
          olderHref={page.next ? `${HERE}?after=${encodeURIComponent(page.next)}` : null}
        />
      </RoomBody>
    </Room>
  );
}
