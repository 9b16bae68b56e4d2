import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { moveProgram } from "./move-program.ts";
import type { ProgramRef } from "./program.ts";

/** A merchant stops a program for a while: no applications and no hand-overs; what was handed over goes on. */
export const pauseProgram = (actor: Actor, { programId }: ProgramRef): Promise<void> =>
  inTransaction((tx) => moveProgram(tx, actor, programId, "paused"));
