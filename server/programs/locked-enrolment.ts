import type { Actor } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type EnrolmentId, enrolmentIsUnknown } from "./enrolment.ts";

/** The enrolments an actor's organisation has a side in. */
export const ownEnrolments = (actor: Actor) =>
  kindOf(actor.role) === "merchant" ? { merchantId: actor.organisationId } : { providerId: actor.organisationId };

/**
 * An enrolment of the actor's organisation, held until the transaction ends, and its program held as it is: in the
 * order in which a hand-over takes them, so that none waits for the other.
 */
export async function lockedEnrolment(tx: Tx, actor: Actor, enrolmentId: EnrolmentId) {
  const where = { id: enrolmentId, ...ownEnrolments(actor) };
  const known = await tx.enrolment.findFirst({ where, select: { programId: true } });
  if (!known) throw enrolmentIsUnknown();
  await tx.$executeRaw`select 1 from program where id = ${known.programId} for share`;
  await tx.$executeRaw`select 1 from enrolment where id = ${enrolmentId} for update`;
  return tx.enrolment.findUniqueOrThrow({ where: { id: enrolmentId }, include: { program: true } });
}
