import { z } from "zod";

const Proof = z.object({
  channel: z.string(),
  disposition: z.string(),
  note: z.string(),
  durationSeconds: z.number().nullable(),
  at: z.coerce.date(),
});

/** A touch before the hand-over, as the lead keeps it. */
export const KeptTouch = Proof;
export type KeptTouch = z.infer<typeof KeptTouch>;

/** A question of the program with its answer and the touch that proves it, as they were at hand-over. */
export const KeptAnswer = z.object({
  question: z.string(),
  kind: z.string(),
  value: z.string(),
  note: z.string(),
  proof: Proof.nullable(),
});
export type KeptAnswer = z.infer<typeof KeptAnswer>;

/** The answers of a lead's row. What does not read as answers is a bug. */
export const answersOf = (kept: unknown): KeptAnswer[] => z.array(KeptAnswer).parse(kept);

/** The touches of a lead's row, oldest first. */
export const historyOf = (kept: unknown): KeptTouch[] => z.array(KeptTouch).parse(kept);

/** When the provider first reached out; the hand-over itself where no touch is kept. */
export function firstContactAt(lead: { history: unknown; handedOverAt: Date }): Date {
  const touches = historyOf(lead.history).map(({ at }) => at.getTime());
  return new Date(Math.min(lead.handedOverAt.getTime(), ...touches));
}
