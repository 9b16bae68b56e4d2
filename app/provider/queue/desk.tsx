"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Note } from "#app/_ui/note.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import type { ProgramId } from "#server/programs/program.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { DeskEmpty } from "./desk-empty.tsx";
import { DeskSkeleton } from "./desk-skeleton.tsx";
import { Guide } from "./guide.tsx";
import { NextColumn } from "./next-column.tsx";
import type { Panel, Upcoming } from "./person.ts";
import { PersonColumn } from "./person-column.tsx";
import { useDesk } from "./use-desk.ts";
import { useEnter } from "./use-enter.ts";
import { useLease } from "./use-lease.ts";

type Given = { programId: ProgramId; wanted: ProspectId | null; upcoming: Upcoming; mayImport: boolean };

/** Three columns: who comes next, the person in work, and the guide to the talk. No dialog anywhere. */
export function Desk(props: Given) {
  const { programId } = props;
  const t = useWords("provider");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const tell = useToast();
  const say = useRefusal();
  const desk = useDesk(props);
  const [panel, setPanel] = useState<Panel>(null);
  const { data: upcoming } = useQuery({
    ...trpc.prospects.upcoming.queryOptions({ programId }),
    initialData: props.upcoming,
  });
  const { data: person } = useQuery({
    ...trpc.prospects.open.queryOptions({ prospectId: desk.current as ProspectId }),
    enabled: desk.current !== null,
  });
  const lease = useLease(desk.current, person?.takenUntil, desk.renew);
  const again = () => queries.invalidateQueries({ queryKey: trpc.prospects.pathKey() });

  const heading = useRef<HTMLHeadingElement>(null);
  const shown = person?.id;
  useEffect(() => {
    setPanel(null);
    if (shown && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [shown]);

  const isWorked = person ? person.dueAt !== null && person.dueAt > person.now : true;
  const goOn = () => (isWorked ? void desk.layDown() : setPanel("skip"));
  useEnter(goOn);
  const pick = (prospectId: ProspectId) =>
    void desk.pick(prospectId).catch(() => tell(say({ code: "prospect_is_taken" })));

  const notes = (
    <>
      <RefusalNote>{desk.refused}</RefusalNote>
      {desk.missed > 0 && <Note hue="slate">{t("queue.notAvailable", { count: desk.missed })}</Note>}
      {lease.minutesLeft !== null && (
        <Note
          hue="sulphur"
          icon="clock"
          action={
            <Button size="small" onClick={() => (lease.minutesLeft ? lease.keep() : desk.goOn())}>
              {lease.minutesLeft ? t("queue.lease.keep") : t("queue.lease.again")}
            </Button>
          }
        >
          {lease.minutesLeft ? t("queue.lease.ending", { minutes: lease.minutesLeft }) : t("queue.lease.over")}
        </Note>
      )}
    </>
  );
  return (
    <div className="grid min-h-0 flex-1 wide:grid-cols-[256px_minmax(0,1fr)_minmax(300px,366px)] phone:block phone:pb-[104px]">
      <NextColumn upcoming={upcoming} current={desk.current} pick={pick} goOn={goOn} />
      {desk.taking || (desk.current && !person) ? (
        <DeskSkeleton label={t("queue.loading")} />
      ) : person ? (
        <>
          <PersonColumn
            key={person.id}
            person={person}
            heading={heading}
            notes={notes}
            panel={panel}
            setPanel={setPanel}
            desk={desk}
            changed={again}
            goOn={goOn}
          />
          <Guide
            key={`guide ${person.id}`}
            person={person}
            isHanding={panel === "hand"}
            setHanding={(on) => setPanel(on ? "hand" : null)}
            handedOver={() => desk.goOn()}
            changed={again}
          />
        </>
      ) : (
        <DeskEmpty programId={programId} nextDueAt={upcoming.nextDueAt} mayImport={props.mayImport} notes={notes} />
      )}
    </div>
  );
}
