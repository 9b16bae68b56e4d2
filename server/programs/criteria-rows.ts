import type { Prisma } from "#prisma";

/** A program's questions as they are asked now, in order. */
export const CRITERIA = {
  where: { removedAt: null },
  orderBy: { position: "asc" },
  select: { id: true, kind: true, question: true, hint: true, options: true, required: true },
} as const satisfies Prisma.Program$criteriaArgs;
