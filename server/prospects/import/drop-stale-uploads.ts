import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { dropImportFile, type ImportId, UPLOAD_LIFE_MS } from "#server/prospects/import.ts";
import { SWEEP_ROWS } from "#server/prospects/queue.ts";

/** Files that were uploaded and never imported do not stay. */
export function dropStaleUploads(now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const stale = await tx.$queryRaw<{ id: ImportId; providerId: string }[]>`
      update prospect_import set status = 'cancelled', finished_at = ${now} where id in (
        select id from prospect_import where status = 'uploaded' and created_at <= ${plus(now, -UPLOAD_LIFE_MS)}
        order by created_at limit ${SWEEP_ROWS} for update skip locked)
      returning id, provider_id as "providerId"`;
    for (const { id, providerId } of stale) {
      await enqueue(tx, dropImportFile, { importId: id });
      await record(tx, SYSTEM, { what: "import.cancelled", about: id, audience: [providerId] });
    }
  });
}
