"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Money, MoneyRange } from "#app/_ui/money.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { MAX_SUMMARY_LENGTH } from "#server/leads/lead.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import type { Person } from "./person.ts";

type Given = { person: Person; isOpen: boolean; setOpen: (open: boolean) => void; handedOver: () => void };

/** The foot of the guide: how far the questions are, what a win would bring, and the hand-over. */
export function HandOver({ person, isOpen, setOpen, handedOver }: Given) {
  const t = useWords("provider");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const { act, refusal, pending } = useAct(trpc.leads.handOver.mutationOptions());
  // Made once per person, so that a second press is the same hand-over.
  const [leadId] = useState(() => newId("lead"));
  const [summary, setSummary] = useState("");
  const isReady = person.status === "qualified";

  const handOver = async () => {
    const prospectId = person.id as ProspectId;
    if (!(await act({ leadId, prospectId, summary }))) return;
    tell(t("queue.told.handedOver", { name: person.name }));
    handedOver();
  };
  return (
    <footer className="grid flex-none gap-2 border-line border-t bg-surface px-4 pt-2.5 pb-3 phone:fixed phone:inset-x-0 phone:bottom-(--botbar) phone:z-4 phone:shadow-bar">
      <Standing person={person} />
      <RefusalNote>{refusal}</RefusalNote>
      {isOpen && (
        <Field label={t("queue.hand.summary")} hint={t("queue.hand.summaryHint")}>
          <Textarea
            autoFocus
            maxLength={MAX_SUMMARY_LENGTH}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void handOver();
              if (event.key === "Escape" && !event.nativeEvent.isComposing) setOpen(false);
            }}
          />
        </Field>
      )}
      {isOpen ? (
        <>
          <p className="text-12 text-ink-3">{t("queue.hand.free")}</p>
          <div className="flex gap-2">
            <Button size="large" onClick={() => setOpen(false)}>
              {common("action.cancel")}
            </Button>
            <Button kind="primary" size="large" icon="handOver" pending={pending} onClick={handOver} className="flex-1">
              {t("queue.hand.confirm")}
              <kbd className="font-sans text-11 opacity-80 phone:hidden">Ctrl ↵</kbd>
            </Button>
          </div>
        </>
      ) : (
        <Button
          kind="primary"
          size="large"
          wide
          icon="handOver"
          kbd="h"
          disabled={!isReady}
          title={isReady ? undefined : t("queue.hand.missing")}
          onClick={() => setOpen(true)}
        >
          {t("queue.hand.button")}
        </Button>
      )}
    </footer>
  );
}

function Standing({ person }: { person: Person }) {
  const t = useWords("provider");
  const { criteria } = person.program;
  const answered = criteria.filter(({ id }) => person.answers.some(({ criterionId }) => criterionId === id)).length;
  const needed = criteria.filter(({ required }) => required).length;
  const { ifWon } = person;
  return (
    <div className="flex items-baseline justify-between gap-2 text-12 text-ink-3">
      <span>
        {person.status === "qualified"
          ? t("queue.hand.ready", { needed })
          : t("queue.hand.answered", { done: answered, total: criteria.length, needed })}
      </span>
      {ifWon && (
        <span className="flex items-baseline gap-1.5 whitespace-nowrap">
          <span>{ifWon.mostMinor === null ? t("queue.hand.ifWonFrom") : t("queue.hand.ifWon")}</span>
          {ifWon.mostMinor === null ? (
            <Money minor={ifWon.leastMinor} currency={ifWon.currency} />
          ) : (
            <MoneyRange from={ifWon.leastMinor} to={ifWon.mostMinor} currency={ifWon.currency} />
          )}
        </span>
      )}
    </div>
  );
}
