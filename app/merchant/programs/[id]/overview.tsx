"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Checklist } from "#app/_ui/checklist.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { KeyValues } from "#app/_ui/key-values.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Section } from "#app/_ui/sections.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { NEEDED, type Needed, type ProgramId } from "#server/programs/program.ts";
import { Frame } from "./frame.tsx";
import type { Edited } from "./section.ts";

const SECTION_OF: Record<Exclude<Needed, "payment_method">, string> = {
  product: "product",
  icp: "icp",
  criterion: "questions",
  terms: "terms",
};

/** Where the program stands: what it still needs, or its terms versions; and its next move. */
export function Overview(props: { program: Edited; mayChange: boolean }) {
  const t = useWords("merchant");
  const { program } = props;
  const versions = [program.draft, program.active, ...program.superseded].filter((version) => version !== null);
  const href = (need: Needed) =>
    need === "payment_method" ? "/merchant/billing" : `/merchant/programs/${program.id}?section=${SECTION_OF[need]}`;
  return (
    <Frame bar={props.mayChange && <Moves program={program} />}>
      {program.status === "draft" && (
        <Section title={t("program.publishTitle")} says={t("program.publishSays")}>
          <Card pad={false}>
            <Checklist
              steps={NEEDED.map((need) => ({
                key: need,
                title: t(`program.need.${need}`),
                says: t(`program.needSays.${need}`),
                href: href(need),
                done: !program.missing.includes(need),
              }))}
            />
          </Card>
        </Section>
      )}
      {program.status === "closed" && <Note className="mt-5">{t("program.closedSays")}</Note>}
      {program.status === "paused" && <Note className="mt-5">{t("program.pausedSays")}</Note>}
      <Section title={t("program.about")}>
        <KeyValues
          wide
          ruled
          rows={[
            {
              key: t("programs.providers"),
              value: t("program.providersApproved", { count: program.approvedProviders }),
            },
            { key: t("programs.currency"), value: program.currency.toUpperCase() },
            { key: t("programs.published"), value: program.publishedAt ? <Instant at={program.publishedAt} /> : "–" },
          ]}
        />
      </Section>
      {versions.length > 0 && (
        <Section title={t("program.versions")} says={t("program.versionsSays")}>
          <ul>
            {versions.map((version) => (
              <li key={version.id} className="border-line border-b py-2 last:border-b-0">
                <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="num font-medium">{t("terms.version", { version: version.version })}</span>
                  <StateBadge object="terms" state={version.status} />
                  {version.activatedAt && (
                    <span className="ml-auto text-12 text-ink-3">
                      <Instant at={version.activatedAt} />
                    </span>
                  )}
                </div>
                {version.text && (
                  <details className="mt-1 text-12">
                    <summary className="link w-fit py-1">{t("program.readText")}</summary>
                    <p
                      lang="en"
                      className="mt-1 max-w-[80ch] whitespace-pre-line rounded-control bg-sunken p-3 leading-[1.7] wrap-anywhere"
                    >
                      {version.text}
                    </p>
                  </details>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  );
}

function Moves({ program }: { program: Edited }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const [closing, setClosing] = useState(false);
  const publish = useAct(trpc.programs.publish.mutationOptions());
  const pause = useAct(trpc.programs.pause.mutationOptions());
  const resume = useAct(trpc.programs.resume.mutationOptions());
  const close = useAct(trpc.programs.close.mutationOptions());
  const wish = { programId: program.id as ProgramId };
  const open = program.missing.length;
  const refusal = publish.refusal ?? pause.refusal ?? resume.refusal;
  const now = async (move: typeof publish, word: "published" | "paused" | "resumed") => {
    if (await move.act(wish)) tell(t(`program.told.${word}`));
  };
  return (
    <ActionBar says={refusal ? <RefusalNote>{refusal}</RefusalNote> : <span className="text-ink-3">{says()}</span>}>
      {program.status === "draft" && (
        <Button
          size="large"
          kind="primary"
          icon="send"
          disabled={open > 0}
          pending={publish.pending}
          onClick={() => now(publish, "published")}
        >
          {t("program.publish")}
        </Button>
      )}
      {program.status === "published" && (
        <Button size="large" pending={pause.pending} onClick={() => now(pause, "paused")}>
          {t("program.pause")}
        </Button>
      )}
      {program.status === "paused" && (
        <>
          <Button size="large" kind="danger" onClick={() => setClosing(true)}>
            {t("program.close")}
          </Button>
          <Button size="large" kind="primary" pending={resume.pending} onClick={() => now(resume, "resumed")}>
            {t("program.resume")}
          </Button>
        </>
      )}
      <Confirm
        open={closing}
        onOpenChange={setClosing}
        danger
        title={t("program.closeTitle", { name: program.name })}
        says={t("program.closeSays")}
        action={t("program.close")}
        run={async () => ((await close.act(wish)) ? undefined : t("program.notClosed"))}
      />
    </ActionBar>
  );

  function says(): string {
    if (program.status === "draft") return open > 0 ? t("program.missing", { count: open }) : t("program.ready");
    return t(program.status === "published" ? "program.liveSays" : "program.resumeSays");
  }
}
