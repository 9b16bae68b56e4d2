import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { assertMove, type EnrolmentId, type EnrolmentMove } from "./enrolment.ts";
import { lockedEnrolment } from "./locked-enrolment.ts";

/** An enrolment goes from one state to another, with the reason where there is one; both sides hear of it. */
export async function moveEnrolment(
  tx: Tx,
  actor: Actor,
  enrolmentId: EnrolmentId,
  move: Exclude<EnrolmentMove, "ended">,
  reason: string | null = null,
): Promise<void> {
  const { status: from, merchantId, providerId } = await lockedEnrolment(tx, actor, enrolmentId);
  const status = assertMove(from, move);
  const decision = from === "applied" || from === "invited" ? { decidedAt: await clock.now(tx) } : {};
  await tx.enrolment.update({ where: { id: enrolmentId }, data: { status, reason, ...decision } });
  const audience = [merchantId, providerId];
  await record(tx, actor, { what: `enrolment.${move}`, about: enrolmentId, audience, detail: { from, reason } });
}
