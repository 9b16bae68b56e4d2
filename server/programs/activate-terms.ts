import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockedProgram } from "./locked-program.ts";
import { assertOpen, type ProgramRef, programIsNotPublished } from "./program.ts";
import { putTermsInForce } from "./put-terms-in-force.ts";

/** A merchant brings new terms into force. Leads handed over keep theirs; the next needs both signatures under these. */
export function activateTerms(actor: Actor, { programId }: ProgramRef): Promise<void> {
  return inTransaction(async (tx) => {
    const program = await lockedProgram(tx, actor, programId);
    assertOpen(program);
    if (program.status === "draft") throw programIsNotPublished();
    await putTermsInForce(tx, actor, program);
  });
}
