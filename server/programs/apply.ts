import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type Apply, enrolmentExists, enrolmentIsUnknown } from "./enrolment.ts";
import { programIsNotPublished, programIsUnknown } from "./program.ts";

/** A provider asks for a place in a published program, once. The same id again changes nothing. */
export function apply(actor: Actor, { id, programId, message }: Apply): Promise<void> {
  return inTransaction(async (tx) => {
    const providerId = actor.organisationId;
    await tx.$executeRaw`select 1 from program where id = ${programId} for share`;
    const program = await tx.program.findFirst({ where: { id: programId, status: { not: "draft" } } });
    if (!program) throw programIsUnknown();
    if (program.status !== "published") throw programIsNotPublished();

    const { merchantId } = program;
    const row = { id, programId, merchantId, providerId, message, appliedAt: await clock.now(tx) };
    const made = await tx.enrolment.createMany({ data: { ...row, status: "applied" }, skipDuplicates: true });
    if (made.count === 0) {
      const same = await tx.enrolment.findUnique({ where: { id }, select: { providerId: true, programId: true } });
      if (same?.providerId === providerId && same.programId === programId) return;
      throw same ? enrolmentIsUnknown() : enrolmentExists();
    }
    await record(tx, actor, { what: "enrolment.applied", about: id, audience: [merchantId] });
  });
}
