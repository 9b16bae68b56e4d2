import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { WithReason } from "./enrolment.ts";
import { moveEnrolment } from "./move-enrolment.ts";

/** A merchant turns a provider's application down and says why. */
export const rejectEnrolment = (actor: Actor, { enrolmentId, reason }: WithReason): Promise<void> =>
  inTransaction((tx) => moveEnrolment(tx, actor, enrolmentId, "rejected", reason));
