import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { Pagination } from "#app/_ui/pagination.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { RowLink, Table, Td, Th, Tr } from "#app/_ui/table.tsx";
import { pageWords } from "#app/_words/request.ts";
import { UploadForm } from "./upload-form.tsx";

const HERE = "/provider/imports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("provider"))("imports.title") };
}

/** Bring a list, and see what became of the earlier ones. */
export default async function ImportsPage(props: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await props.searchParams;
  const [t, page, programs] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.prospects.imports.list({ after: after as never })),
    ask((lode) => lode.prospects.programs()),
  ]);
  return (
    <Room>
      <TopBar title={t("imports.title")} />
      <RoomBody>
        {programs.length === 0 ? (
          <Card>
            <Empty
              icon="upload"
              title={t("imports.emptyTitle")}
              action={
                <LinkButton kind="primary" href="/provider/programs">
                  {t("imports.findPrograms")}
                </LinkButton>
              }
            >
              {t("imports.noProgram")}
            </Empty>
          </Card>
        ) : (
          <Card title={t("imports.upload.title")}>
            <UploadForm programs={programs} />
          </Card>
        )}
        {page.rows.length === 0 && programs.length > 0 && <p className="px-1 text-ink-3">{t("imports.empty")}</p>}
        {page.rows.length > 0 && (
          <Card pad={false}>
            <Table
              caption={t("imports.title")}
              tall
              head={
                <>
                  <Th>{t("imports.file")}</Th>
                  <Th>{t("imports.state")}</Th>
                  <Th numeric>{t("imports.rows")}</Th>
                  <Th numeric>{t("imports.taken")}</Th>
                  <Th numeric>{t("imports.duplicate")}</Th>
                  <Th numeric>{t("imports.invalid")}</Th>
                  <Th>{t("imports.when")}</Th>
                </>
              }
            >
              {page.rows.map((row) => (
                <Tr key={row.id}>
                  <Td>
                    <RowLink href={`${HERE}/${row.id}`} sub={row.program.name}>
                      {row.fileName}
                    </RowLink>
                  </Td>
                  <Td>
                    <StateBadge object="import" state={row.status} />
                  </Td>
                  <Td numeric phone="hidden">
                    {row.rowsTotal === null ? "–" : <Count value={row.rowsTotal} />}
                  </Td>
                  <Td numeric phone="hidden">
                    <Count value={row.rowsNew} />
                  </Td>
                  <Td numeric phone="hidden">
                    <Count value={row.rowsDuplicate} />
                  </Td>
                  <Td numeric phone="hidden">
                    <Count value={row.rowsInvalid} />
                  </Td>
                  <Td phone="hidden">
                    <Instant at={row.createdAt} />
                  </Td>
                </Tr>
              ))}
            </Table>
          </Card>
        )}
        <Pagination
          newerHref={after ? HERE : null}
          olderHref={page.next ? `${HERE}?after=${encodeURIComponent(page.next)}` : null}
        />
      </RoomBody>
    </Room>
  );
}
