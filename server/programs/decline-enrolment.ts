import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { EnrolmentRef } from "./enrolment.ts";
import { moveEnrolment } from "./move-enrolment.ts";

/** A provider takes its application back. */
export const declineEnrolment = (actor: Actor, { enrolmentId }: EnrolmentRef): Promise<void> =>
  inTransaction((tx) => moveEnrolment(tx, actor, enrolmentId, "declined"));
