import { z } from "zod";
import { refusal } from "#server/kernel/refusal.ts";
import { prose } from "#server/kernel/text.ts";
import { CriterionId, MAX_ANSWER_LENGTH } from "#server/programs/criterion.ts";
import { ProspectId } from "./prospect.ts";
import { TouchId } from "./touch.ts";

/** Longest remark beside an answer. */
export const MAX_ANSWER_NOTE = 1_000;

export const touchIsUnknown = refusal("touch_is_unknown", "not_found");

export const AnswerCriterion = z.object({
  prospectId: ProspectId,
  criterionId: CriterionId,
  /** Null takes the answer back. */
  value: z.string().max(MAX_ANSWER_LENGTH).nullable(),
  note: prose(MAX_ANSWER_NOTE).default(""),
  /** The touch that proves the answer. */
  touchId: TouchId.nullish(),
});
export type AnswerCriterion = z.infer<typeof AnswerCriterion>;
