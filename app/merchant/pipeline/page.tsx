import type { Metadata } from "next";
import { address } from "#app/_lead/address.ts";
import { RoomFilter } from "#app/_lead/room-filter.tsx";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { ProgramId } from "#server/programs/program.ts";
import { Board } from "./board.tsx";
import { PipelineTable } from "./pipeline-table.tsx";

const HERE = "/merchant/pipeline";
const VIEWS = ["board", "table"] as const;

type Search = { view?: string | null; program?: string | null };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.pipeline") };
}

/** The merchant's accepted leads by stage, as a board to move in or a table to compare. */
export default async function PipelinePage(props: { searchParams: Promise<Search> }) {
  const search = await props.searchParams;
  const view = VIEWS.find((known) => known === search.view) ?? "board";
  const program = ProgramId.safeParse(search.program);
  const [t, shell, pipeline, programs] = await Promise.all([
    pageWords("merchant"),
    pageWords("shell"),
    ask((lode) => lode.deals.pipeline({ programId: program.success ? program.data : null })),
    ask((lode) => lode.programs.own({})),
  ]);
  const tabs = VIEWS.map((name) => ({
    href: address(HERE, { ...search, view: name === "board" ? null : name }),
    label: t(`pipeline.view.${name}`),
    current: name === view,
  }));
  const none = pipeline.columns.every(({ count }) => count === 0);
  return (
    <Room>
      <TopBar
        title={shell("room.pipeline")}
        views={<Tabs label={t("pipeline.views")} tabs={tabs} />}
        actions={<RoomFilter bare base={HERE} programs={programs.rows.map(({ id, name }) => ({ id, name }))} />}
      />
      {none && (
        <Empty
          icon="pipeline"
          title={t("pipeline.emptyTitle")}
          action={
            <LinkButton href="/merchant/leads" icon="leads">
              {t("pipeline.emptyAction")}
            </LinkButton>
          }
        >
          {t("pipeline.empty")}
        </Empty>
      )}
      {!none && view === "board" && <Board columns={pipeline.columns} />}
      {!none && view === "table" && <PipelineTable columns={pipeline.columns} />}
    </Room>
  );
}
