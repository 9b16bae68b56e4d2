import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Room, RoomBody, TopBar } from "#app/_ui/room.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords } from "#app/_words/request.ts";
import { ImportId, VERDICTS } from "#server/prospects/import.ts";
import { MappingForm } from "./mapping-form.tsx";
import { Outcome } from "./outcome.tsx";
import { Running } from "./running.tsx";
import { Verdicts } from "./verdicts.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ verdict?: string; after?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("provider"))("imports.title") };
}

/** One list on its way: columns to confirm, then rows as they come in, then what became of each. */
export default async function ImportPage(props: Props) {
  const [{ id }, asked] = await Promise.all([props.params, props.searchParams]);
  const importId = ImportId.safeParse(id);
  if (!importId.success) notFound();
  const verdict = VERDICTS.find((it) => it === asked.verdict) ?? null;
  const after = Number.parseInt(asked.after ?? "0", 10) || 0;
  const [t, found] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.prospects.imports.open({ importId: importId.data })),
  ]);
  const isBegun = found.status !== "uploaded";
  const rows = isBegun
    ? await ask((lode) => lode.prospects.imports.rows({ importId: importId.data, verdict, after }))
    : null;
  return (
    <Room>
      <TopBar
        up={{ href: "/provider/imports", label: t("imports.title") }}
        title={found.fileName}
        badge={<StateBadge object="import" state={found.status} />}
        facts={
          <>
            {found.program.name} <Sep /> <Instant at={found.createdAt} />
          </>
        }
      />
      <RoomBody>
        {found.status === "uploaded" && <MappingForm found={found} />}
        {found.status === "running" && <Running found={found} />}
        {isBegun && found.status !== "running" && <Outcome found={found} />}
        {rows && found.rowsRead > 0 && (
          <Verdicts found={found} rows={rows.rows} next={rows.next} verdict={verdict} after={after} />
        )}
      </RoomBody>
    </Room>
  );
}
