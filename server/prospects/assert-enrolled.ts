import type { OrganisationId } from "#server/kernel/actor.ts";
import type { Reader } from "#server/platform/db.ts";
import { enrolmentIsNotApproved, enrolmentIsUnknown } from "#server/programs/enrolment.ts";
import type { ProgramId } from "#server/programs/program.ts";

/** Refuses to prospect for a program in which the provider has no approved place. */
export async function assertEnrolled(reader: Reader, providerId: OrganisationId, programId: ProgramId): Promise<void> {
  const enrolment = await reader.enrolment.findUnique({
    where: { programId_providerId: { programId, providerId } },
    select: { status: true, program: { select: { status: true } } },
  });
  if (!enrolment) throw enrolmentIsUnknown();
  if (enrolment.status !== "approved" || enrolment.program.status === "closed") throw enrolmentIsNotApproved();
}
