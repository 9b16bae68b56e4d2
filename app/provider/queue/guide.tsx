"use client";
import { useId, useState } from "react";
import { cx } from "#app/_ui/cx.ts";
import { Scroller } from "#app/_ui/scroller.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { HandOver } from "./hand-over.tsx";
import type { Person } from "./person.ts";
import { QualifyForm } from "./qualify-form.tsx";

type Given = {
  person: Person;
  isHanding: boolean;
  setHanding: (on: boolean) => void;
  handedOver: () => void;
  changed: () => void;
};
const TABS = ["qualify", "script", "knowledge"] as const;

/** What to say and to ask: the program's questions, script and knowledge, and the hand-over at its foot. */
export function Guide({ person, isHanding, setHanding, handedOver, changed }: Given) {
  const t = useWords("provider");
  const [tab, setTab] = useState<(typeof TABS)[number]>("qualify");
  const id = useId();
  const { program, ifWon } = person;
  return (
    <aside
      aria-label={t("queue.guide.label")}
      className="flex min-h-0 min-w-0 flex-col border-line border-l bg-sunken phone:border-t-8 phone:border-t-canvas phone:border-l-0"
    >
      <div role="tablist" className="flex h-10 flex-none items-center gap-0.5 border-line border-b px-3 phone:h-[52px]">
        {TABS.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls={id}
            onClick={() => setTab(name)}
            className={cx(
              "h-7 rounded-control px-2.5 phone:h-10",
              tab === name ? "bg-hover font-medium" : "text-ink-2 hover:bg-hover",
            )}
          >
            {t(`queue.guide.${name}`)}
          </button>
        ))}
        {ifWon && (
          <span className="ml-auto truncate text-12 text-ink-3">
            {t("queue.guide.terms", { version: ifWon.version })}
          </span>
        )}
      </div>
      <Scroller id={id} role="tabpanel" className="flex-1 px-4 py-3.5 phone:overflow-visible">
        {tab === "qualify" && <QualifyForm person={person} changed={changed} />}
        {tab === "script" &&
          (program.script ? (
            <p className="whitespace-pre-wrap text-14 leading-[1.6]">{program.script}</p>
          ) : (
            <p className="text-ink-3">{t("queue.guide.noScript")}</p>
          ))}
        {tab === "knowledge" && <Knowledge articles={program.knowledge} />}
      </Scroller>
      <HandOver person={person} isOpen={isHanding} setOpen={setHanding} handedOver={handedOver} />
    </aside>
  );
}

function Knowledge({ articles }: { articles: Person["program"]["knowledge"] }) {
  const t = useWords("provider");
  if (articles.length === 0) return <p className="text-ink-3">{t("queue.guide.noKnowledge")}</p>;
  return (
    <div className="grid gap-1">
      {articles.map(({ id, title, body }) => (
        <details key={id} className="group rounded-control border border-line bg-surface">
          <summary className="cursor-pointer px-3 py-2 font-medium phone:py-3">{title}</summary>
          <p className="whitespace-pre-wrap border-line border-t px-3 py-2.5 text-ink-2 leading-[1.6]">{body}</p>
        </details>
      ))}
    </div>
  );
}
