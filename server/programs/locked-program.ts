import type { Actor } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type ProgramId, programIsUnknown } from "./program.ts";

/** One of the actor's own programs, held until the transaction ends. Another merchant's is unknown. */
export async function lockedProgram(tx: Tx, actor: Actor, programId: ProgramId) {
  const merchantId = actor.organisationId;
  await tx.$executeRaw`select 1 from program where id = ${programId} and merchant_id = ${merchantId} for update`;
  const program = await tx.program.findFirst({ where: { id: programId, merchantId } });
  if (!program) throw programIsUnknown();
  return program;
}

/** The providers whose open pages show a program because they have a place in it. */
export async function enrolledProviders(tx: Tx, programId: string): Promise<string[]> {
  const enrolments = await tx.enrolment.findMany({
    where: { programId, status: { in: ["applied", "invited", "approved", "suspended"] } },
    select: { providerId: true },
  });
  return enrolments.map(({ providerId }) => providerId);
}
