import { record } from "#server/events/record.ts";
import { type OrganisationId, SYSTEM } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { dropImportFile, type ImportId } from "#server/prospects/import.ts";
import { lockImport } from "./lock-import.ts";

/** The last row is written: the counts stand and the file is no longer needed. An error is kept as the refusal's code. */
export function finishImport(providerId: OrganisationId, importId: ImportId, error: string | null): Promise<void> {
  return inTransaction(async (tx) => {
    const found = await lockImport(tx, providerId, importId);
    if (found.status !== "running") return;
    const { rowsNew, rowsDuplicate, rowsInvalid, rowsRead } = found;
    await tx.prospectImport.update({
      where: { id: importId },
      data: { status: error ? "failed" : "done", error, rowsTotal: rowsRead, finishedAt: await clock.now(tx) },
    });
    await enqueue(tx, dropImportFile, { importId });
    await record(tx, SYSTEM, {
      what: error ? "import.failed" : "import.finished",
      about: importId,
      audience: [providerId],
      detail: { rowsNew, rowsDuplicate, rowsInvalid, error },
    });
  });
}
