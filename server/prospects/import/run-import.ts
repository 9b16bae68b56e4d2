import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { assertEnrolled } from "#server/prospects/assert-enrolled.ts";
import { assertMapping, Detected, importHasBegun, importRows, type RunImport } from "#server/prospects/import.ts";
import { lockImport } from "./lock-import.ts";

/** The columns are confirmed, and where the people come from: the file is read into the queue by a job. */
export function runImport(actor: Actor, input: RunImport): Promise<void> {
  const { importId, mapping, sourceChannel, sourceCampaign, consentBasis } = input;
  return inTransaction(async (tx) => {
    const found = await lockImport(tx, actor.organisationId, importId);
    if (found.status !== "uploaded") throw importHasBegun();
    assertMapping(mapping, Detected.parse(found.detected));
    await assertEnrolled(tx, actor.organisationId, found.programId as ProgramId);
    await tx.prospectImport.update({
      where: { id: importId },
      data: { status: "running", mapping, sourceChannel, sourceCampaign, consentBasis, startedAt: await clock.now(tx) },
    });
    await enqueue(tx, importRows, { importId }, { key: importId });
    await record(tx, actor, { what: "import.started", about: importId, detail: { sourceChannel, consentBasis } });
  });
}
