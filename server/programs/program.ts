import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { PageInput } from "#server/kernel/page.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import { Icp, isDescribed } from "./icp.ts";

export type ProgramId = Id<"program">;
export const ProgramId = idSchema("program");
export type ArticleId = Id<"article">;
export const ArticleId = idSchema("article");

export const MAX_PROGRAM_NAME_LENGTH = 80;
export const MAX_SUMMARY_LENGTH = 200;
export const MAX_PRODUCT_LENGTH = 4000;
export const MAX_SCRIPT_LENGTH = 4000;
export const MAX_ARTICLES = 50;
export const MAX_ARTICLE_TITLE_LENGTH = 120;
export const MAX_ARTICLE_BODY_LENGTH = 4000;
export const MAX_SEARCH_LENGTH = 60;
/** Programs of one merchant that are not closed. */
export const MAX_OPEN_PROGRAMS = 50;

export type ProgramStatus = "draft" | "published" | "paused" | "closed";

/** Every move a program can make, by what is then said to have happened. */
const MOVES = {
  published: { from: "draft", to: "published" },
  paused: { from: "published", to: "paused" },
  resumed: { from: "paused", to: "published" },
  closed: { from: "paused", to: "closed" },
} as const satisfies Record<string, { from: ProgramStatus; to: ProgramStatus }>;
export type ProgramMove = keyof typeof MOVES;

export const CreateProgram = z.object({ id: ProgramId, name: line(MAX_PROGRAM_NAME_LENGTH), currency: line(3) });
export type CreateProgram = z.infer<typeof CreateProgram>;

/** All that a program says about itself besides criteria, knowledge and terms. */
export const DescribeProgram = z.object({
  programId: ProgramId,
  name: line(MAX_PROGRAM_NAME_LENGTH),
  summary: prose(MAX_SUMMARY_LENGTH),
  product: prose(MAX_PRODUCT_LENGTH),
  icp: Icp,
  script: prose(MAX_SCRIPT_LENGTH),
});
export type DescribeProgram = z.infer<typeof DescribeProgram>;

const ArticleInput = z.object({
  id: ArticleId,
  title: line(MAX_ARTICLE_TITLE_LENGTH),
  body: prose(MAX_ARTICLE_BODY_LENGTH),
});
export const SetKnowledge = z.object({
  programId: ProgramId,
  articles: z
    .array(ArticleInput)
    .max(MAX_ARTICLES)
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length),
});
export type SetKnowledge = z.infer<typeof SetKnowledge>;

/** What somebody looks for among the published programs. */
export const DirectoryQuery = PageInput.extend({
  text: line(MAX_SEARCH_LENGTH).nullish(),
  /** ISO 3166-1 alpha-2 */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullish(),
  industry: line(MAX_SEARCH_LENGTH).nullish(),
  currency: line(3).nullish(),
});
export type DirectoryQuery = z.infer<typeof DirectoryQuery>;

export const ProgramRef = z.object({ programId: ProgramId });
export type ProgramRef = z.infer<typeof ProgramRef>;

export const programIsUnknown = refusal("program_is_unknown", "not_found");
export const programIsNotPublished = refusal("program_is_not_published", "conflict");
const programCannotMove = refusal("program_cannot_move", "conflict");
const programIsClosed = refusal("program_is_closed", "conflict");
export const programCurrencyIsFixed = refusal("program_currency_is_fixed", "conflict");
export const programsAreTooMany = refusal("programs_are_too_many", "conflict");
export const articleIsUnknown = refusal("article_is_unknown", "not_found");

/** What a program needs before providers may see it, in the order in which a merchant writes it. */
export const NEEDED = ["product", "icp", "criterion", "terms", "payment_method"] as const;
export type Needed = (typeof NEEDED)[number];

const NEEDED_REFUSALS = {
  product: refusal("program_has_no_product", "invalid"),
  icp: refusal("program_has_no_icp", "invalid"),
  criterion: refusal("program_has_no_criterion", "invalid"),
  terms: refusal("program_has_no_terms", "invalid"),
  payment_method: refusal("program_has_no_payment_method", "unpaid"),
} as const satisfies Record<Needed, unknown>;

/** What of a program exists, as far as publishing asks. */
export type Readiness = {
  readonly product: string;
  readonly icp: Icp;
  readonly criteria: number;
  readonly terms: boolean;
  readonly paymentMethod: boolean;
};

/** What is still missing before a program can be published. */
export function missingIn({ product, icp, criteria, terms, paymentMethod }: Readiness): Needed[] {
  const there: Record<Needed, boolean> = {
    product: product !== "",
    icp: isDescribed(icp),
    criterion: criteria > 0,
    terms,
    payment_method: paymentMethod,
  };
  return NEEDED.filter((thing) => !there[thing]);
}

/** Refuses to publish, or to keep published, what lacks something. */
export function assertReady(readiness: Readiness): void {
  const [missing] = missingIn(readiness);
  if (missing) throw NEEDED_REFUSALS[missing]();
}

/** Refuses to take from a program that providers see what it was published with. */
export function assertDescribed({ product, icp }: Pick<Readiness, "product" | "icp">): void {
  if (!product) throw NEEDED_REFUSALS.product();
  if (!isDescribed(icp)) throw NEEDED_REFUSALS.icp();
}

/** Refuses a program that providers see without a question. */
export function assertHasCriteria(criteria: number): void {
  if (criteria === 0) throw NEEDED_REFUSALS.criterion();
}

/** Where a move leads, or a refusal when a program in this state cannot make it. */
export function assertMove(status: ProgramStatus, move: ProgramMove): ProgramStatus {
  const { from, to } = MOVES[move];
  if (status !== from) throw programCannotMove({ from: status, to });
  return to;
}

/** Refuses to change what is over. */
export function assertOpen(program: { readonly status: ProgramStatus }): void {
  if (program.status === "closed") throw programIsClosed();
}
