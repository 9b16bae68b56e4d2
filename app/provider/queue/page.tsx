import type { Metadata } from "next";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Empty } from "#app/_ui/empty.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { pageWords } from "#app/_words/request.ts";
import { ProspectId } from "#server/prospects/prospect.ts";
import { DayProgress } from "./day-progress.tsx";
import { Desk } from "./desk.tsx";
import { KeysButton } from "./keys-button.tsx";
import { ProgramPicker } from "./program-picker.tsx";

type Props = { searchParams: Promise<{ program?: string; open?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("provider"))("queue.title") };
}

/** The agent's single screen: the next people, the one in work, and what to ask them. */
export default async function QueuePage(props: Props) {
  const { program: wanted, open } = await props.searchParams;
  const [t, me, programs, progress, record] = await Promise.all([
    pageWords("provider"),
    ask((lode) => lode.members.me()),
    ask((lode) => lode.prospects.programs()),
    ask((lode) => lode.prospects.progress()),
    ask((lode) => lode.leads.myRecord()),
  ]);
  const program = programs.find(({ id }) => id === wanted) ?? programs[0];
  if (!program)
    return (
      <Room>
        <TopBar title={t("queue.title")} />
        <Empty
          icon="queue"
          title={t("queue.noProgram.title")}
          action={
            me.role !== "provider_agent" && (
              <LinkButton kind="primary" href="/provider/programs">
                {t("queue.noProgram.action")}
              </LinkButton>
            )
          }
        >
          {me.role === "provider_agent" ? t("queue.noProgram.agent") : t("queue.noProgram.text")}
        </Empty>
      </Room>
    );

  const upcoming = await ask((lode) => lode.prospects.upcoming({ programId: program.id }));
  const asked = ProspectId.safeParse(open);
  return (
    <Room>
      <TopBar
        title={t("queue.title")}
        badge={<ProgramPicker programs={programs} current={program.id} />}
        views={<DayProgress progress={progress} record={record} />}
        actions={<KeysButton />}
      />
      <Desk
        key={program.id}
        programId={program.id}
        wanted={asked.success ? asked.data : null}
        upcoming={upcoming}
        mayImport={me.role !== "provider_agent"}
      />
    </Room>
  );
}
