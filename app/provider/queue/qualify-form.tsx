"use client";
import { Note } from "#app/_ui/note.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Person } from "./person.ts";
import { Question } from "./question.tsx";

/** The program's questions; each answer is kept as soon as it is given, with the contact that proves it. */
export function QualifyForm({ person, changed }: { person: Person; changed: () => void }) {
  const t = useWords("provider");
  const { script, criteria } = person.program;
  const [opening] = script.split(/\n\s*\n/);
  const contacts = person.touches.filter(({ channel }) => channel !== "note");
  const isNew = contacts.length === 0;
  return (
    <div className="grid content-start gap-[18px]">
      {opening && isNew && (
        <div className="rounded-r-control border-copper-mark border-l-2 bg-surface px-3 py-2.5 shadow-[0_0_0_1px_var(--line)]">
          <p className="text-11 text-ink-3">{t("queue.guide.sayFirst")}</p>
          <p className="mt-0.5 text-14 leading-[1.6]">{opening}</p>
        </div>
      )}
      {isNew && criteria.length > 0 && <Note>{t("queue.answer.first")}</Note>}
      {criteria.length === 0 && <p className="text-ink-3">{t("queue.guide.noCriteria")}</p>}
      {criteria.map((criterion, i) => (
        <Question
          key={criterion.id}
          number={i + 1}
          person={person}
          criterion={criterion}
          answer={person.answers.find(({ criterionId }) => criterionId === criterion.id) ?? null}
          contacts={contacts}
          changed={changed}
        />
      ))}
    </div>
  );
}
