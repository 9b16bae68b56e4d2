import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { ProgramId } from "./program.ts";

export type CriterionId = Id<"criterion">;
export const CriterionId = idSchema("criterion");

/** What kind of answer a question asks for. */
export const CRITERION_KINDS = ["yes_no", "number", "choice", "date", "text"] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export const MAX_CRITERIA = 20;
export const MAX_QUESTION_LENGTH = 200;
export const MAX_HINT_LENGTH = 300;
export const MIN_OPTIONS = 2;
const MAX_OPTIONS = 12;
export const MAX_OPTION_LENGTH = 60;
export const MAX_ANSWER_LENGTH = 1000;

/** A typed question as the merchant writes it. Options are a choice's answers, or a number's unit. */
export const CriterionInput = z
  .object({
    id: CriterionId,
    kind: z.enum(CRITERION_KINDS),
    question: line(MAX_QUESTION_LENGTH),
    hint: prose(MAX_HINT_LENGTH),
    options: z.array(line(MAX_OPTION_LENGTH)).max(MAX_OPTIONS),
    required: z.boolean(),
  })
  .superRefine(({ kind, options }, ctx) => {
    const most = kind === "choice" ? MAX_OPTIONS : kind === "number" ? 1 : 0;
    const least = kind === "choice" ? MIN_OPTIONS : 0;
    const fits = options.length >= least && options.length <= most && new Set(options).size === options.length;
    if (!fits) ctx.addIssue({ code: "custom", path: ["options"], message: "options do not fit the kind" });
  });
export type CriterionInput = z.infer<typeof CriterionInput>;

export const SetCriteria = z.object({
  programId: ProgramId,
  criteria: z
    .array(CriterionInput)
    .max(MAX_CRITERIA)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
});
export type SetCriteria = z.infer<typeof SetCriteria>;

/** Does a question still ask what it asked? Answers given to it would mean the same. */
export const isSameQuestion = (
  old: { kind: string; question: string; options: readonly string[] },
  { kind, question, options }: Pick<CriterionInput, "kind" | "question" | "options">,
): boolean => old.kind === kind && old.question === question && old.options.join("\n") === options.join("\n");

/** A question, as far as its answers need to know it. */
export type Criterion = Pick<CriterionInput, "question" | "options" | "required"> & { readonly kind: string };

export const criterionIsUnknown = refusal("criterion_is_unknown", "not_found");
const answerIsMissing = refusal("answer_is_missing", "invalid");
const ANSWER_REFUSALS = {
  yes_no: refusal("answer_is_not_yes_or_no", "invalid"),
  number: refusal("answer_is_not_a_number", "invalid"),
  choice: refusal("answer_is_not_an_option", "invalid"),
  date: refusal("answer_is_not_a_day", "invalid"),
  text: refusal("answer_is_not_a_text", "invalid"),
} as const satisfies Record<CriterionKind, unknown>;

const SCHEMAS = {
  yes_no: z.enum(["yes", "no"]),
  number: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/[\s,_]/g, ""))
    .pipe(z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)),
  date: z.iso.date(),
  text: prose(MAX_ANSWER_LENGTH).pipe(z.string().min(1)),
} as const;

const kindOf = (criterion: Criterion): CriterionKind => z.enum(CRITERION_KINDS).parse(criterion.kind);

/** What an answer to a question has to look like: `yes`, `no`, a number, a day, one of the options, or text. */
export function answerSchema(criterion: Criterion): z.ZodType<string, string> {
  const kind = kindOf(criterion);
  return kind === "choice" ? z.enum(criterion.options) : SCHEMAS[kind];
}

/** The answer as it is kept, or a refusal that names the question. */
export function assertAnswer(criterion: Criterion, value: string): string {
  const answer = answerSchema(criterion).safeParse(value);
  if (!answer.success) throw ANSWER_REFUSALS[kindOf(criterion)]({ question: criterion.question });
  return answer.data;
}

/** Refuses a set of answers in which a required question has none. */
export function assertAnswered(
  criteria: readonly (Criterion & { readonly id: string })[],
  answered: ReadonlySet<string>,
): void {
  const missing = criteria.find(({ id, required }) => required && !answered.has(id));
  if (missing) throw answerIsMissing({ question: missing.question });
}
