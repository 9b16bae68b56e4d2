"use client";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { dateFormat } from "#app/_ui/format.ts";
import { useToast } from "#app/_ui/toast.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import type { BarContact, Disqualify, MarkInvalid } from "#server/prospects/prospect.ts";
import type { Skip, Snooze } from "#server/prospects/queue.ts";
import type { Channel, Disposition, LogTouch } from "#server/prospects/touch.ts";
import type { Person } from "./person.ts";
import type { Desk } from "./use-desk.ts";

type Said = Partial<Pick<LogTouch, "note" | "durationSeconds">>;

/** What an agent does to the person in work: each says what was done, and what ends the work goes on to the next one. */
export function useActs(person: Person, desk: Desk, done: () => void) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const tell = useToast();
  const say = useRefusal();
  const { locale, zone } = useViewer();
  const { logTouch, snooze, skip, disqualify, markInvalid, markDoNotContact } = trpc.prospects;
  const acts = {
    log: useAct(logTouch.mutationOptions()),
    snooze: useAct(snooze.mutationOptions()),
    skip: useAct(skip.mutationOptions()),
    disqualify: useAct(disqualify.mutationOptions()),
    invalid: useAct(markInvalid.mutationOptions()),
    bar: useAct(markDoNotContact.mutationOptions()),
  };
  const prospectId = person.id as Skip["prospectId"];
  const { name } = person;

  const undo = () =>
    desk.undo(prospectId).then(
      () => tell(t("queue.told.undone", { name })),
      () => tell(say({ code: "too_late_to_undo" })),
    );
  const putAway = (words: string, isUndoable: boolean) => {
    tell(words, isUndoable ? undo : undefined);
    void desk.goOn();
  };

  return {
    pending: Object.values(acts).some(({ pending }) => pending),
    refusal: Object.values(acts).find(({ refusal }) => refusal)?.refusal ?? null,
    reset: () => {
      for (const { reset } of Object.values(acts)) reset();
    },
    async log(channel: Channel, disposition: Disposition, said: Said = {}) {
      const touch = { touchId: newId("touch"), prospectId, channel, disposition, ...said };
      if (!(await acts.log.act(touch))) return;
      const outcome = t(`queue.touch.${channel}.${disposition}` as "queue.touch.call.reached");
      tell(channel === "note" ? t("queue.told.noted") : t("queue.told.logged", { outcome }));
      done();
    },
    async snooze(until: Snooze["until"]) {
      const at = await acts.snooze.act({ prospectId, until });
      if (!at) return;
      const day = dateFormat(locale, person.timeZone ?? zone, { day: "numeric", month: "short" }).format(at.done);
      putAway(t("queue.told.snoozed", { name, day }), true);
    },
    async skip(reason: Skip["reason"]) {
      if (await acts.skip.act({ prospectId, reason })) putAway(t("queue.told.skipped", { name }), true);
    },
    async disqualify(reason: Disqualify["reason"]) {
      if (await acts.disqualify.act({ prospectId, reason })) putAway(t("queue.told.disqualified", { name }), true);
    },
    async markInvalid(reason: MarkInvalid["reason"]) {
      if (await acts.invalid.act({ prospectId, reason })) putAway(t("queue.told.invalid", { name }), false);
    },
    async bar(basis: BarContact["basis"]) {
      if (await acts.bar.act({ prospectId, basis })) putAway(t("queue.told.barred", { name }), false);
    },
  };
}

export type Acts = ReturnType<typeof useActs>;
