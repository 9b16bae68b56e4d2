import type { Prisma } from "#prisma";
import { CriterionInput } from "./criterion.ts";
import type { ArticleId } from "./program.ts";

/** A program's questions as they are asked now, in order. */
export const CRITERIA = {
  where: { removedAt: null },
  orderBy: { position: "asc" },
  select: { id: true, kind: true, question: true, hint: true, options: true, required: true },
} as const satisfies Prisma.Program$criteriaArgs;

/** A program's articles, in order. */
export const KNOWLEDGE = {
  orderBy: { position: "asc" },
  select: { id: true, title: true, body: true },
} as const satisfies Prisma.Program$knowledgeArgs;

/** A question out of its row. */
export const criterionOf = (row: Prisma.QualificationCriterionGetPayload<typeof CRITERIA>): CriterionInput =>
  CriterionInput.parse(row);

/** An article out of its row. */
export const articleOf = ({ id, ...article }: Prisma.KnowledgeArticleGetPayload<typeof KNOWLEDGE>) => ({
  id: id as ArticleId,
  ...article,
});
