import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { type CriterionInput, criterionIsUnknown, isSameQuestion, type SetCriteria } from "./criterion.ts";
import { enrolledProviders, lockedProgram } from "./locked-program.ts";
import { assertHasCriteria, assertOpen } from "./program.ts";

/**
 * A merchant puts the program's questions into a new order, adds some, takes some out. A question keeps what it asks:
 * one that asks something else is a new one, and one taken out stays for the record of its answers.
 */
export function setCriteria(actor: Actor, { programId, criteria }: SetCriteria): Promise<void> {
  return inTransaction(async (tx) => {
    const program = await lockedProgram(tx, actor, programId);
    assertOpen(program);
    if (program.status !== "draft") assertHasCriteria(criteria.length);
    const now = await clock.now(tx);
    const known = await knownCriteria(tx, programId, criteria);
    await tx.qualificationCriterion.updateMany({ where: { programId, removedAt: null }, data: { removedAt: now } });
    for (const [position, { id, ...criterion }] of criteria.entries()) {
      const old = known.get(id);
      const data = { ...criterion, position, removedAt: null };
      if (old && isSameQuestion(old, criterion)) await tx.qualificationCriterion.update({ where: { id }, data });
      else
        await tx.qualificationCriterion.create({
          data: { ...data, id: old ? newId("criterion", now.getTime()) : id, programId },
        });
    }
    const audience = await enrolledProviders(tx, programId);
    await record(tx, actor, { what: "program.criteria_set", about: programId, audience });
  });
}

async function knownCriteria(tx: Tx, programId: string, criteria: readonly CriterionInput[]) {
  const known = await tx.qualificationCriterion.findMany({ where: { id: { in: criteria.map(({ id }) => id) } } });
  if (known.some((criterion) => criterion.programId !== programId)) throw criterionIsUnknown();
  return new Map(known.map((criterion) => [criterion.id, criterion]));
}
