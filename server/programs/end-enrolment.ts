import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { assertMove, type WithReason } from "./enrolment.ts";
import { lockedEnrolment } from "./locked-enrolment.ts";

/** A merchant ends its work with a provider. Deals with leads handed over before are settled until the tail is over. */
export function endEnrolment(actor: Actor, { enrolmentId, reason }: WithReason): Promise<void> {
  return inTransaction(async (tx) => {
    const { status, programId, providerId } = await lockedEnrolment(tx, actor, enrolmentId);
    const ended = assertMove(status, "ended");
    const terms = await tx.termsVersion.findFirstOrThrow({ where: { programId, status: "active" } });
    const endedAt = await clock.now(tx);
    const tailUntil = plusDays(endedAt, terms.tailDays);
    await tx.enrolment.update({ where: { id: enrolmentId }, data: { status: ended, reason, endedAt, tailUntil } });
    const detail = { from: status, reason, tailUntil: tailUntil.toISOString() };
    await record(tx, actor, { what: "enrolment.ended", about: enrolmentId, audience: [providerId], detail });
  });
}
