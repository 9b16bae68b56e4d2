import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ask } from "#app/_trpc/server.ts";
import { ListDetail } from "#app/_ui/list-detail.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { Tabs } from "#app/_ui/tabs.tsx";
import { pageWords } from "#app/_words/request.ts";
import { ProgramId } from "#server/programs/program.ts";
import { DirectoryList } from "./directory-list.tsx";
import { OwnList } from "./own-list.tsx";
import { ProgramDetail } from "./program-detail.tsx";
import { HERE, queryOf, type Search } from "./search.ts";

type Props = { params: Promise<{ id?: string[] }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("shell"))("room.programs") };
}

/** Programs to work for: all that are open, or those the provider has a place in; the open one beside the list. */
export default async function ProviderProgramsPage(props: Props) {
  const [{ id }, search] = await Promise.all([props.params, props.searchParams]);
  const programId = id && ProgramId.safeParse(id[0]);
  if ((programId && !programId.success) || (id && id.length > 1)) notFound();
  const own = search.view === "own";
  const [t, shell, open] = await Promise.all([
    pageWords("provider"),
    pageWords("shell"),
    programId ? detailOf(programId.data) : null,
  ]);
  const List = own ? OwnList : DirectoryList;
  return (
    <Room>
      <TopBar
        title={shell("room.programs")}
        views={
          <Tabs
            label={t("programs.views")}
            tabs={[
              { href: HERE, label: t("programs.directory"), current: !own },
              { href: `${HERE}?view=own`, label: t("programs.own"), current: own },
            ]}
          />
        }
      />
      <ListDetail
        label={t("programs.detail")}
        closeHref={`${HERE}${queryOf(search)}`}
        empty={<p className="text-ink-3">{t("programs.choose")}</p>}
        detail={open && <ProgramDetail {...open} />}
        list={<List search={search} openId={open?.program.id ?? null} />}
      />
    </Room>
  );
}

async function detailOf(programId: ProgramId) {
  const [program, me] = await Promise.all([
    ask((lode) => lode.programs.page({ programId })),
    ask((lode) => lode.members.me()),
  ]);
  const organisationIds = [program.merchantId as never];
  const [record = null] = await ask((lode) => lode.insight.merchantRecords({ organisationIds }));
  return { program, record, role: me.role };
}
