import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { countryOptions } from "#app/_program/countries.ts";
import { ask } from "#app/_trpc/server.ts";
import { LinkButton } from "#app/_ui/button.tsx";
import { Room, TopBar } from "#app/_ui/room.tsx";
import { SectionNav } from "#app/_ui/sections.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { pageWords, requestLocale } from "#app/_words/request.ts";
import { NEEDED, type Needed, ProgramId } from "#server/programs/program.ts";
import { DescribeForm } from "./describe-form.tsx";
import { KnowledgeForm } from "./knowledge-form.tsx";
import { Overview } from "./overview.tsx";
import { QuestionsForm } from "./questions-form.tsx";
import { SECTIONS, type Section } from "./section.ts";
import { TermsSection } from "./terms-section.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ section?: string }> };

const editorOf = async (params: Props["params"]) => {
  const programId = ProgramId.safeParse((await params).id);
  if (!programId.success) notFound();
  return ask((lode) => lode.programs.editor({ programId: programId.data }));
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await editorOf(params)).name };
}

/** One program of the merchant: what it says, what it asks, what it pays; each part with its own address. */
export default async function ProgramPage({ params, searchParams }: Props) {
  const { section: wanted } = await searchParams;
  const [program, me, t, shell, locale] = await Promise.all([
    editorOf(params),
    ask((lode) => lode.members.me()),
    pageWords("merchant"),
    pageWords("shell"),
    requestLocale(),
  ]);
  const section = SECTIONS.find((it) => it === wanted) ?? "overview";
  const here = `/merchant/programs/${program.id}`;
  const mayChange = me.role === "merchant_owner" && program.status !== "closed";
  return (
    <Room>
      <TopBar
        up={{ href: "/merchant/programs", label: shell("room.programs") }}
        title={program.name}
        badge={<StateBadge object="program" state={program.status} />}
        facts={
          program.active && t("program.facts", { count: program.approvedProviders, version: program.active.version })
        }
        actions={
          <LinkButton href={`${here}/preview`} icon="people">
            {t("program.preview")}
          </LinkButton>
        }
      />
      <div className="flex min-h-0 flex-1 phone:block">
        <SectionNav
          label={t("program.sections")}
          sections={SECTIONS.map((name) => ({
            href: `${here}?section=${name}`,
            label: t(`program.section.${name}`),
            current: name === section,
            ...markOf(name, program.missing, Boolean(program.draft && program.active)),
          }))}
        />
        {section === "overview" && <Overview program={program} mayChange={mayChange} />}
        {(section === "product" || section === "icp") && (
          <DescribeForm
            key={section}
            section={section}
            program={program}
            countries={countryOptions(locale)}
            mayChange={mayChange}
          />
        )}
        {section === "questions" && (
          <QuestionsForm key={program.criteria.map(({ id }) => id).join()} program={program} mayChange={mayChange} />
        )}
        {section === "knowledge" && <KnowledgeForm program={program} mayChange={mayChange} />}
        {section === "terms" && (
          <TermsSection
            key={program.draft?.id ?? program.active?.id ?? "new"}
            program={program}
            mayChange={mayChange}
          />
        )}
      </div>
    </Room>
  );
}

const NEEDS: Partial<Record<Section, Needed>> = {
  product: "product",
  icp: "icp",
  questions: "criterion",
  terms: "terms",
};

function markOf(name: Section, missing: readonly Needed[], hasNewTerms: boolean) {
  if (name === "terms" && hasNewTerms) return { changes: 1 };
  const need = NEEDS[name];
  return { done: need ? NEEDED.includes(need) && !missing.includes(need) : false };
}
