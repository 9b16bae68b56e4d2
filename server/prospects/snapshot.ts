import type { Tx } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { contactDataHidden } from "./hide-contact-data.ts";
import type { LockedProspect } from "./lock-prospect.ts";

/** A touch as a lead carries it: dates as ISO text, because it is kept as JSON. No contact data in it. */
export type TouchSnapshot = {
  readonly touchId: string;
  readonly channel: string;
  readonly disposition: string;
  readonly note: string;
  readonly durationSeconds: number | null;
  readonly at: string;
};

/** A question with its answer and the touch that proves it, as they were at hand-over. */
export type AnswerSnapshot = {
  readonly criterionId: string;
  readonly question: string;
  readonly kind: string;
  readonly required: boolean;
  readonly value: string;
  readonly note: string;
  readonly proof: TouchSnapshot | null;
};

/** What a lead takes over from its prospect. Name, e-mail and phone are for after acceptance. */
export type Snapshot = {
  readonly programId: ProgramId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly company: string;
  readonly title: string;
  readonly city: string;
  readonly country: string;
  readonly language: string;
  readonly timeZone: string | null;
  readonly sourceChannel: string;
  readonly score: number | null;
  readonly answers: AnswerSnapshot[];
  readonly history: TouchSnapshot[];
};

/** The prospect as it is now, in the form that a lead keeps. */
export async function snapshotOf(tx: Tx, prospect: LockedProspect): Promise<Snapshot> {
  const { name, email, phone } = prospect;
  const hide = (text: string) => contactDataHidden(text, { name, email, phone });
  const touches = await tx.touch.findMany({
    where: { prospectId: prospect.id },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const kept = new Map(
    touches.map(({ id, channel, disposition, note, durationSeconds, at }): [string, TouchSnapshot] => [
      id,
      { touchId: id, channel, disposition, note: hide(note), durationSeconds, at: at.toISOString() },
    ]),
  );
  const answers = await tx.answer.findMany({
    where: { prospectId: prospect.id, criterion: { removedAt: null } },
    include: { criterion: true },
    orderBy: { criterion: { position: "asc" } },
  });
  const { company, title, city, country, language, timeZone, sourceChannel, score } = prospect;
  return {
    programId: prospect.programId as ProgramId,
    ...{ name, email, phone, company, title, city, country, language, timeZone, sourceChannel, score },
    answers: answers.map(({ criterionId, criterion, value, note, touchId }) => ({
      criterionId,
      question: criterion.question,
      kind: criterion.kind,
      required: criterion.required,
      value: hide(value),
      note: hide(note),
      proof: (touchId && kept.get(touchId)) || null,
    })),
    history: [...kept.values()].filter(({ channel }) => channel !== "note"),
  };
}
