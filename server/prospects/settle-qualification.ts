import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { assertAnswered } from "#server/programs/criterion.ts";
import type { LockedProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";

/** Refuses a prospect to whom a question that the program requires is still open. */
export async function assertAllAnswered(tx: Tx, prospect: Pick<LockedProspect, "id" | "programId">): Promise<void> {
  const criteria = await tx.qualificationCriterion.findMany({
    where: { programId: prospect.programId, removedAt: null },
    orderBy: { position: "asc" },
  });
  const answers = await tx.answer.findMany({ where: { prospectId: prospect.id }, select: { criterionId: true } });
  assertAnswered(criteria, new Set(answers.map(({ criterionId }) => criterionId)));
}

/** A prospect in work is qualified when every required question is answered, and is not when one is taken back. */
export async function settleQualification(tx: Tx, author: Author, prospectId: string): Promise<void> {
  const prospect = await tx.prospect.findUniqueOrThrow({ where: { id: prospectId }, include: { identities: true } });
  if (prospect.status !== "working" && prospect.status !== "qualified") return;
  const to = (await isQualified(tx, prospect)) ? "qualified" : "working";
  if (to === prospect.status) return;
  const { takenById, takenUntil, dueAt } = prospect;
  await moveProspect(tx, author, prospect, to, { dueAt, lease: { takenById, takenUntil } });
}

async function isQualified(tx: Tx, prospect: LockedProspect): Promise<boolean> {
  const open = await tx.qualificationCriterion.count({
    where: {
      programId: prospect.programId,
      removedAt: null,
      required: true,
      answers: { none: { prospectId: prospect.id } },
    },
  });
  return open === 0;
}
