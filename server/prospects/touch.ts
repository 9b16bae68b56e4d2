import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { prose } from "#server/kernel/text.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { ProspectId } from "./prospect.ts";

export type TouchId = Id<"touch">;
export const TouchId = idSchema("touch");

/** What may come of an attempt, per channel. */
export const DISPOSITIONS = {
  call: ["reached", "no_answer", "voicemail", "wrong_person"],
  mail: ["sent", "replied", "bounced"],
  message: ["sent", "replied", "bounced"],
  meeting: ["reached", "no_answer"],
  note: ["note"],
} as const;
export type Channel = keyof typeof DISPOSITIONS;
export type Disposition = (typeof DISPOSITIONS)[Channel][number];
export const CHANNELS = Object.keys(DISPOSITIONS) as [Channel, ...Channel[]];

/** Longest note of a touch. */
export const MAX_TOUCH_NOTE = 4_000;
/** Longest call or meeting: a working day. */
export const MAX_TOUCH_SECONDS = 8 * 60 * 60;

export const dispositionDoesNotFit = refusal("disposition_does_not_fit", "invalid");
export const noteIsEmpty = refusal("note_is_empty", "invalid");
export const touchIdIsUsed = refusal("touch_id_is_used", "conflict");

export const LogTouch = z.object({
  touchId: TouchId,
  prospectId: ProspectId,
  channel: z.enum(CHANNELS),
  disposition: z.enum([...new Set(Object.values(DISPOSITIONS).flat())] as [Disposition, ...Disposition[]]),
  note: prose(MAX_TOUCH_NOTE).default(""),
  durationSeconds: z.number().int().min(0).max(MAX_TOUCH_SECONDS).nullish(),
});
export type LogTouch = z.infer<typeof LogTouch>;

/** Did somebody try to reach the person? A note for oneself is not an attempt: it protects nothing. */
export const isContact = (channel: string): boolean => channel !== "note";

/** When the person is due again after an attempt, unless the agent says otherwise. */
export const AGAIN_AFTER_MS: Readonly<Record<Disposition, number>> = {
  reached: 3 * DAY_MS,
  no_answer: DAY_MS,
  voicemail: 2 * DAY_MS,
  sent: 3 * DAY_MS,
  replied: DAY_MS,
  bounced: DAY_MS,
  wrong_person: DAY_MS,
  note: 0,
};

/** Refuses an outcome that the channel cannot have, and a note without words. */
export function assertTouch({ channel, disposition, note }: LogTouch): void {
  const possible: readonly Disposition[] = DISPOSITIONS[channel];
  if (!possible.includes(disposition)) throw dispositionDoesNotFit({ channel, disposition });
  if (channel === "note" && note === "") throw noteIsEmpty();
}
