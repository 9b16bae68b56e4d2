import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { EnrolmentRef } from "./enrolment.ts";
import { moveEnrolment } from "./move-enrolment.ts";

/** A merchant lets a provider into its program. */
export const approveEnrolment = (actor: Actor, { enrolmentId }: EnrolmentRef): Promise<void> =>
  inTransaction((tx) => moveEnrolment(tx, actor, enrolmentId, "approved"));
