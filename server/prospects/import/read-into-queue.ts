import type { OrganisationId } from "#server/kernel/actor.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import { db } from "#server/platform/db.ts";
import { type AboutImport, BATCH_ROWS, Detected, Mapping } from "#server/prospects/import.ts";
import { finishImport } from "./finish-import.ts";
import { inBatches, peopleOf } from "./people-of.ts";
import { writeRows } from "./write-rows.ts";

/** Reads a running import's file into the queue, batch by batch, from behind the last row that is written. */
export async function readIntoQueue({ importId }: AboutImport): Promise<void> {
  const found = await db.prospectImport.findUniqueOrThrow({ where: { id: importId } });
  if (found.status !== "running") return;
  const providerId = found.providerId as OrganisationId;
  const people = peopleOf(found.fileKey, Detected.parse(found.detected), Mapping.parse(found.mapping), found.rowsRead);
  try {
    for await (const batch of inBatches(people, BATCH_ROWS))
      if (!(await writeRows(providerId, importId, batch))) return;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return finishImport(providerId, importId, error.code);
  }
  return finishImport(providerId, importId, null);
}
