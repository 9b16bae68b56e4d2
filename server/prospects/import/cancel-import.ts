import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { type AboutImport, dropImportFile, importIsOver } from "#server/prospects/import.ts";
import { lockImport } from "./lock-import.ts";

/** A provider stops an import: what is written stays, nothing more is. */
export function cancelImport(actor: Actor, { importId }: AboutImport): Promise<void> {
  return inTransaction(async (tx) => {
    const found = await lockImport(tx, actor.organisationId, importId);
    if (found.status !== "uploaded" && found.status !== "running") throw importIsOver();
    const finishedAt = await clock.now(tx);
    await tx.prospectImport.update({ where: { id: importId }, data: { status: "cancelled", finishedAt } });
    await enqueue(tx, dropImportFile, { importId });
    await record(tx, actor, { what: "import.cancelled", about: importId, detail: { rowsRead: found.rowsRead } });
  });
}
