import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { countryNames } from "#app/_program/countries.ts";
import { ProgramParts } from "#app/_program/program-parts.tsx";
import { Simulator } from "#app/_program/simulator.tsx";
import { ask } from "#app/_trpc/server.ts";
import { SideCard } from "#app/_ui/card.tsx";
import { DetailBody, DetailHead } from "#app/_ui/detail.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { ProgramId } from "#server/programs/program.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageWords("merchant"))("program.preview") };
}

/** The program as a provider will see it, before and after it is published. */
export default async function PreviewPage(props: { params: Promise<{ id: string }> }) {
  const programId = ProgramId.safeParse((await props.params).id);
  if (!programId.success) notFound();
  const [program, t, words, locale] = await Promise.all([
    ask((lode) => lode.programs.editor({ programId: programId.data })),
    pageWords("merchant"),
    pageWords("program"),
    requestLocale(),
  ]);
  const terms = program.draft ?? program.active;
  return (
    <Room>
      <TopBar up={{ href: `/merchant/programs/${program.id}`, label: program.name }} title={t("program.preview")} />
      <DetailHead title={program.name} facts={program.merchant.name}>
        {program.summary && <p className="mt-1 text-ink-2">{program.summary}</p>}
      </DetailHead>
      <DetailBody
        side={
          terms && (
            <SideCard title={words("simulator.title")}>
              <Simulator
                side={null}
                zone={program.merchant.timeZone}
                versions={[{ label: words("terms.version", { version: terms.version }), terms: terms.terms }]}
              />
            </SideCard>
          )
        }
      >
        <Note>{t("program.previewSays")}</Note>
        <ProgramParts
          product={program.product}
          icp={program.icp}
          countries={countryNames(locale, program.icp.countries)}
          criteria={program.criteria}
          terms={terms}
        />
      </DetailBody>
    </Room>
  );
}
