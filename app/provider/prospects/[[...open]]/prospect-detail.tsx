"use client";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { LinkButton } from "#app/_ui/button.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Proof } from "#app/_ui/proof.tsx";
import { Scroller } from "#app/_ui/scroller.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { PersonFacts } from "#app/provider/prospects/person-facts.tsx";
import { PersonHead } from "#app/provider/prospects/person-head.tsx";
import { TouchHistory } from "#app/provider/prospects/touch-history.tsx";
import type { Person } from "#app/provider/queue/person.ts";
import { isOpen, NOT_AVAILABLE } from "#server/prospects/prospect.ts";

/** One prospect to read: facts, answers with their proof, history. Work on them happens in the queue. */
export function ProspectDetail({ person }: { person: Person }) {
  const t = useWords("provider");
  const mayWork = isOpen(person.status) && person.reason !== NOT_AVAILABLE;
  return (
    <>
      <Scroller className="flex-1">
        <PersonHead person={person} />
        <div className="grid max-w-[720px] gap-5 px-6 pt-4 pb-6 phone:px-4">
          {person.takenBy && <Note hue="azurite">{t("prospects.taken", { name: person.takenBy })}</Note>}
          {person.reason && <Note>{`${t("prospects.reason")}: ${reasonOf(person, t)}`}</Note>}
          <PersonFacts person={person} />
          <Answers person={person} />
          <TouchHistory touches={person.touches} />
        </div>
      </Scroller>
      {mayWork && (
        <ActionBar says={<span className="text-ink-3">{person.program.name}</span>}>
          <LinkButton
            kind="primary"
            size="large"
            icon="queue"
            kbd="w"
            href={`/provider/queue?program=${person.program.id}&open=${person.id}`}
          >
            {t("prospects.work")}
          </LinkButton>
        </ActionBar>
      )}
    </>
  );
}

function reasonOf({ status, reason }: Person, t: ReturnType<typeof useWords<"provider">>): string {
  if (reason === NOT_AVAILABLE) return t("prospects.notAvailable");
  const group = { disqualified: "disqualified", invalid: "invalid", do_not_contact: "barred" }[String(status)];
  const key = `queue.${group}.${reason}` as "queue.disqualified.other";
  return group && t.has(key) ? t(key) : (reason ?? "");
}

function Answers({ person }: { person: Person }) {
  const t = useWords("provider");
  const { criteria } = person.program;
  const given = criteria.flatMap((criterion) => {
    const answer = person.answers.find(({ criterionId }) => criterionId === criterion.id);
    return answer ? [{ criterion, answer, touch: person.touches.find(({ id }) => id === answer.touchId) }] : [];
  });
  return (
    <section>
      <h3 className="mb-2 font-semibold text-12 text-ink-2">{t("prospects.answers")}</h3>
      {given.length === 0 && <p className="text-ink-3">{t("prospects.noAnswers")}</p>}
      <div className="grid gap-3">
        {given.map(({ criterion, answer, touch }) => (
          <Proof
            key={criterion.id}
            question={criterion.question}
            answer={spoken(answer.value, criterion, t)}
            firm={Boolean(touch)}
            quote={touch?.note || answer.note || null}
            source={touch && t(`queue.touch.${touch.channel}.${touch.disposition}` as "queue.touch.call.reached")}
          />
        ))}
      </div>
    </section>
  );
}

function spoken(
  value: string,
  { kind, options }: Person["program"]["criteria"][number],
  t: ReturnType<typeof useWords<"provider">>,
): string {
  if (kind === "yes_no") return t(value === "yes" ? "queue.answer.yes" : "queue.answer.no");
  return kind === "number" && options[0] ? `${value} ${options[0]}` : value;
}
