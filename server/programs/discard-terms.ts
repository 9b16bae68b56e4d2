import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockedProgram } from "./locked-program.ts";
import { assertOpen, type ProgramRef } from "./program.ts";

/** A merchant throws its draft of new terms away; what is in force stays. Without a draft nothing happens. */
export function discardTerms(actor: Actor, { programId }: ProgramRef): Promise<void> {
  return inTransaction(async (tx) => {
    assertOpen(await lockedProgram(tx, actor, programId));
    const { count } = await tx.termsVersion.deleteMany({ where: { programId, status: "draft" } });
    if (count) await record(tx, actor, { what: "program.terms_discarded", about: programId });
  });
}
