import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { enrolledProviders, lockedProgram } from "./locked-program.ts";
import { assertMove, assertReady, type ProgramId, type ProgramMove } from "./program.ts";
import { readinessOf } from "./readiness.ts";

/** A program that was published goes from one state to another, and the providers in it hear of it. */
export async function moveProgram(
  tx: Tx,
  actor: Actor,
  programId: ProgramId,
  move: Exclude<ProgramMove, "published">,
): Promise<void> {
  const program = await lockedProgram(tx, actor, programId);
  const status = assertMove(program.status, move);
  if (move === "resumed") assertReady(await readinessOf(tx, program));
  await tx.program.update({ where: { id: programId }, data: { status } });
  const audience = await enrolledProviders(tx, programId);
  await record(tx, actor, { what: `program.${move}`, about: programId, audience, detail: { from: program.status } });
}
