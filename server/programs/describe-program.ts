import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enrolledProviders, lockedProgram } from "./locked-program.ts";
import { assertDescribed, assertOpen, type DescribeProgram } from "./program.ts";

/** A merchant says what its program is about: product, ideal customer, and what an agent may say first. */
export function describeProgram(actor: Actor, { programId, ...description }: DescribeProgram): Promise<void> {
  return inTransaction(async (tx) => {
    const program = await lockedProgram(tx, actor, programId);
    assertOpen(program);
    if (program.status !== "draft") assertDescribed(description);
    await tx.program.update({ where: { id: programId }, data: description });
    const audience = await enrolledProviders(tx, programId);
    await record(tx, actor, { what: "program.described", about: programId, audience });
  });
}
