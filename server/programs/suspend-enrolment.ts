import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { WithReason } from "./enrolment.ts";
import { moveEnrolment } from "./move-enrolment.ts";

/** A merchant stops a provider's hand-overs for a while and says why; leads handed over go on. */
export const suspendEnrolment = (actor: Actor, { enrolmentId, reason }: WithReason): Promise<void> =>
  inTransaction((tx) => moveEnrolment(tx, actor, enrolmentId, "suspended", reason));
