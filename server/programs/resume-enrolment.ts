import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { EnrolmentRef } from "./enrolment.ts";
import { moveEnrolment } from "./move-enrolment.ts";

/** A merchant lets a suspended provider hand over again. */
export const resumeEnrolment = (actor: Actor, { enrolmentId }: EnrolmentRef): Promise<void> =>
  inTransaction((tx) => moveEnrolment(tx, actor, enrolmentId, "resumed"));
