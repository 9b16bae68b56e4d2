"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Section } from "#app/_ui/sections.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { type CriterionInput, MAX_CRITERIA, MIN_OPTIONS } from "#server/programs/criterion.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { Frame } from "./frame.tsx";
import { moved } from "./move-buttons.tsx";
import { QuestionCard } from "./question-card.tsx";
import { SaveBar } from "./save-bar.tsx";
import type { Edited } from "./section.ts";
import { useUnsaved } from "./use-unsaved.ts";

const blank = (): CriterionInput => ({
  id: newId("criterion"),
  kind: "yes_no",
  question: "",
  hint: "",
  options: [],
  required: true,
});

const isWhole = ({ question, kind, options }: CriterionInput): boolean =>
  question.trim() !== "" && (kind !== "choice" || options.length >= MIN_OPTIONS);

/** The typed questions that an agent answers before a hand-over: add, change, reorder, take out. */
export function QuestionsForm(props: { program: Edited; mayChange: boolean }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const { program } = props;
  const [list, setList] = useState<CriterionInput[]>(program.criteria);
  const [kept, setKept] = useState(list);
  const [tried, setTried] = useState(false);
  const { act, pending, refusal, reset } = useAct(trpc.programs.setCriteria.mutationOptions());
  const changed = JSON.stringify(list) !== JSON.stringify(kept);
  useUnsaved(changed);
  const save = async () => {
    setTried(true);
    if (!list.every(isWhole)) return;
    if (!(await act({ programId: program.id as ProgramId, criteria: list }))) return;
    setKept(list);
    tell(t("program.saved"));
  };
  const change = (index: number, part: Partial<CriterionInput>) =>
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
      <Section title={t("program.section.questions")} says={t("program.questionsSays")}>
        {list.length === 0 && <p className="text-ink-3">{t("program.noQuestions")}</p>}
        <fieldset disabled={!props.mayChange}>
          <ol className="grid gap-3">
            {list.map((criterion, index) => (
              <QuestionCard
                key={criterion.id}
                {...{ criterion, index }}
                count={list.length}
                tried={tried}
                onChange={(part) => change(index, part)}
                onMove={(to) => setList((before) => moved(before, index, to))}
                onRemove={() => setList((before) => before.filter((_, i) => i !== index))}
              />
            ))}
          </ol>
        </fieldset>
        {props.mayChange && list.length < MAX_CRITERIA && (
          <div>
            <Button icon="plus" kbd="a" onClick={() => setList((before) => [...before, blank()])}>
              {t("program.addQuestion")}
            </Button>
          </div>
        )}
      </Section>
    </Frame>
  );
}
