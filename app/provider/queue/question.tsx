"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { cx } from "#app/_ui/cx.ts";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Input } from "#app/_ui/input.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { AnswerCriterion } from "#server/prospects/answer.ts";
import { MAX_ANSWER_NOTE } from "#server/prospects/answer.ts";
import { AnswerControl } from "./answer-control.tsx";
import type { Criterion, PastTouch, Person } from "./person.ts";
import { ProofPicker } from "./proof-picker.tsx";

type Given = {
  number: number;
  person: Person;
  criterion: Criterion;
  answer: Person["answers"][number] | null;
  contacts: readonly PastTouch[];
  changed: () => void;
};

/** One question with its answer, a remark, and the contact that proves it: the latest, unless another is chosen. */
export function Question({ number, person, criterion, answer, contacts, changed }: Given) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const { act, refusal, pending, reset } = useAct(trpc.prospects.answer.mutationOptions());
  const [remark, setRemark] = useState(answer?.note ?? "");
  const keep = async (change: Partial<Pick<AnswerCriterion, "value" | "note" | "touchId">>) => {
    reset();
    const kept = { value: answer?.value ?? null, note: remark, touchId: answer?.touchId ?? contacts[0]?.id ?? null };
    const about = { prospectId: person.id, criterionId: criterion.id };
    if (await act({ ...about, ...kept, ...change } as AnswerCriterion)) changed();
  };
  return (
    <div className="grid gap-1.5">
      <Field
        group
        error={refusal}
        hint={criterion.hint}
        label={
          <span className="flex items-start gap-2 font-medium text-13">
            <Badge number={number} isAnswered={answer !== null} />
            <span>
              {criterion.question}
              {!criterion.required && (
                <span className="font-normal text-12 text-ink-3"> {t("queue.answer.optional")}</span>
              )}
            </span>
          </span>
        }
      >
        <AnswerControl
          criterion={criterion}
          value={answer?.value ?? ""}
          disabled={contacts.length === 0 || pending}
          keep={(value) => void keep({ value })}
        />
      </Field>
      {answer && (
        <>
          <Input
            aria-label={t("queue.answer.remark")}
            placeholder={t("queue.answer.addRemark")}
            maxLength={MAX_ANSWER_NOTE}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            onBlur={() => remark !== answer.note && void keep({ note: remark })}
          />
          <ProofPicker
            contacts={contacts}
            touchId={answer.touchId}
            choose={(touchId) => void keep({ touchId: touchId as AnswerCriterion["touchId"] })}
          />
        </>
      )}
    </div>
  );
}

function Badge({ number, isAnswered }: { number: number; isAnswered: boolean }) {
  const t = useWords("provider");
  return (
    <span
      className={cx(
        "num grid h-[18px] w-[18px] flex-none place-items-center rounded-badge font-semibold text-11",
        isAnswered ? "bg-malachite-bg text-malachite-fg" : "bg-copper-tint text-copper-text",
      )}
    >
      {isAnswered ? <Icon name="check" className="h-[13px]! w-[13px]!" /> : number}
      {isAnswered && <span className="sr-only">{t("queue.answer.done")}</span>}
    </span>
  );
}
