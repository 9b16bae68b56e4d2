import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockedProgram } from "./locked-program.ts";
import { assertMove, assertReady, type ProgramRef } from "./program.ts";
import { putTermsInForce } from "./put-terms-in-force.ts";
import { readinessOf } from "./readiness.ts";

/** A merchant opens a program to providers: nothing may be missing, and its terms come into force. */
export function publishProgram(actor: Actor, { programId }: ProgramRef): Promise<void> {
  return inTransaction(async (tx) => {
    const program = await lockedProgram(tx, actor, programId);
    const status = assertMove(program.status, "published");
    assertReady(await readinessOf(tx, program));
    await putTermsInForce(tx, actor, program);
    const publishedAt = await clock.now(tx);
    await tx.program.update({ where: { id: programId }, data: { status, publishedAt } });
    await record(tx, actor, { what: "program.published", about: programId });
  });
}
