import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { assertAnswer, criterionIsUnknown } from "#server/programs/criterion.ts";
import { type AnswerCriterion, touchIsUnknown } from "./answer.ts";
import { lockProspect } from "./lock-prospect.ts";
import { prospectIsNotTouched } from "./prospect.ts";
import { assertWorkable, LEASE_MS } from "./queue.ts";
import { settleQualification } from "./settle-qualification.ts";

/** An agent answers a question of the program about a prospect, with the touch that proves it, or takes the answer back. */
export function answerCriterion(actor: Actor, input: AnswerCriterion): Promise<void> {
  const { prospectId, criterionId, note } = input;
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    assertWorkable(prospect, actor.userId, now);
    if (prospect.status === "new") throw prospectIsNotTouched();
    const criterion = await tx.qualificationCriterion.findFirst({
      where: { id: criterionId, programId: prospect.programId, removedAt: null },
    });
    if (!criterion) throw criterionIsUnknown();
    const touchId = input.touchId ?? null;
    if (touchId && !(await tx.touch.count({ where: { id: touchId, prospectId } }))) throw touchIsUnknown();

    const key = { prospectId, criterionId };
    if (input.value === null) await tx.answer.deleteMany({ where: key });
    else {
      const data = { value: assertAnswer(criterion, input.value), note, touchId, answeredById: actor.userId, at: now };
      await tx.answer.upsert({
        where: { prospectId_criterionId: key },
        create: { ...key, ...data },
        update: data,
      });
    }
    const lease = { takenById: actor.userId, takenUntil: plus(now, LEASE_MS) };
    await tx.prospect.update({ where: { id: prospectId }, data: lease });
    await record(tx, actor, {
      what: input.value === null ? "answer.taken_back" : "answer.given",
      about: prospectId,
      detail: { criterionId, touchId },
    });
    await settleQualification(tx, actor, prospectId);
  });
}
