"use client";
import type { ReactNode, RefObject } from "react";
import { PersonFacts } from "#app/provider/prospects/person-facts.tsx";
import { PersonHead } from "#app/provider/prospects/person-head.tsx";
import { TouchHistory } from "#app/provider/prospects/touch-history.tsx";
import { Actions } from "./actions.tsx";
import type { Panel, Person } from "./person.ts";
import { useActs } from "./use-acts.ts";
import type { Desk } from "./use-desk.ts";

type Given = {
  person: Person;
  heading: RefObject<HTMLHeadingElement | null>;
  notes: ReactNode;
  panel: Panel;
  setPanel: (panel: Panel) => void;
  desk: Desk;
  changed: () => void;
  goOn: () => void;
};

/** The person in work: who they are, what can be done, what is known and what has been said. */
export function PersonColumn({ person, heading, notes, panel, setPanel, desk, changed, goOn }: Given) {
  const acts = useActs(person, desk, () => {
    setPanel(null);
    changed();
  });
  return (
    <section aria-label={person.name} className="flex min-h-0 min-w-0 flex-col phone:block">
      <div className="scroller flex-1 phone:overflow-visible">
        <PersonHead person={person} heading={heading} />
        <div className="grid gap-2 px-6 empty:hidden not-empty:pt-3 phone:px-4">{notes}</div>
        <Actions person={person} acts={acts} panel={panel} setPanel={setPanel} goOn={goOn} />
        <div className="grid gap-5 px-6 pt-4 pb-6 phone:px-4">
          <PersonFacts person={person} />
          <TouchHistory touches={person.touches} />
        </div>
      </div>
    </section>
  );
}
