"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Section } from "#app/_ui/sections.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { MAX_ARTICLES, type ProgramId } from "#server/programs/program.ts";
import { ArticleCard } from "./article-card.tsx";
import { Frame } from "./frame.tsx";
import { moved } from "./move-buttons.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Edited } from "./section.ts";
import { useUnsaved } from "./use-unsaved.ts";

/** What agents may answer to a prospect's questions; only approved providers read it. */
export function KnowledgeForm(props: { program: Edited; mayChange: boolean }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const { program } = props;
  const [list, setList] = useState(program.knowledge);
  const [kept, setKept] = useState(list);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, reset } = useAct(trpc.programs.setKnowledge.mutationOptions());
  const changed = JSON.stringify(list) !== JSON.stringify(kept);
  useUnsaved(changed);
  const save = async () => {
    setTried(true);
    if (list.some(({ title }) => !title.trim())) return;
    if (!(await act({ programId: program.id as ProgramId, articles: list }))) return;
    setKept(list);
    tell(t("program.saved"));
  };
  const change = (index: number, part: { title?: string; body?: string }) =>
    setList((before) => before.map((it, i) => (i === index ? { ...it, ...part } : it)));
  return (
    <Frame
      bar={
        props.mayChange && (
          <SaveBar
            published={program.status !== "draft"}
            {...{ changed, pending, refusal }}
            onSave={save}
            onReset={() => {
              setList(kept);
              setTried(false);
              reset();
            }}
          />
        )
      }
    >
      <Section title={t("program.section.knowledge")} says={t("program.knowledgeSays")}>
        {list.length === 0 && <p className="text-ink-3">{t("program.noArticles")}</p>}
        <fieldset disabled={!props.mayChange}>
          <ol className="grid gap-3">
            {list.map((article, index) => (
              <ArticleCard
                key={article.id}
                {...{ article, index, tried }}
                count={list.length}
                onChange={(part) => change(index, part)}
                onMove={(to) => setList((before) => moved(before, index, to))}
                onRemove={() => setList((before) => before.filter((_, i) => i !== index))}
              />
            ))}
          </ol>
        </fieldset>
        {props.mayChange && list.length < MAX_ARTICLES && (
          <div>
            <Button
              icon="plus"
              kbd="a"
              onClick={() => setList((before) => [...before, { id: newId("article"), title: "", body: "" }])}
            >
              {t("program.addArticle")}
            </Button>
          </div>
        )}
      </Section>
    </Frame>
  );
}
