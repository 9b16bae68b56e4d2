import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { moveProgram } from "./move-program.ts";
import type { ProgramRef } from "./program.ts";

/** A merchant lets a paused program go on; it must still have all that publishing needs. */
export const resumeProgram = (actor: Actor, { programId }: ProgramRef): Promise<void> =>
  inTransaction((tx) => moveProgram(tx, actor, programId, "resumed"));
