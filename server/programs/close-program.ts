import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { moveProgram } from "./move-program.ts";
import type { ProgramRef } from "./program.ts";

/** A merchant ends a paused program for good. Leads and deals under it go on; nothing new begins. */
export const closeProgram = (actor: Actor, { programId }: ProgramRef): Promise<void> =>
  inTransaction((tx) => moveProgram(tx, actor, programId, "closed"));
