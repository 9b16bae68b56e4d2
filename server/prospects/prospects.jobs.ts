import { db } from "#server/platform/db.ts";
import { dropFile } from "#server/platform/files.ts";
import { handle } from "#server/platform/queue.ts";
import { expireClaims } from "./expire-claims.ts";
import { dropStaleUploads } from "./import/drop-stale-uploads.ts";
import { readIntoQueue } from "./import/read-into-queue.ts";
import { dropImportFile, importRows } from "./import.ts";
import { wakeSnoozed } from "./wake-snoozed.ts";

export const prospectsJobs = {
  ...handle(importRows, readIntoQueue),
  ...handle(dropImportFile, async ({ importId }) => {
    const { fileKey } = await db.prospectImport.findUniqueOrThrow({ where: { id: importId } });
    await dropFile(fileKey);
  }),
};

/** What the clock does to prospects. */
export const prospectsSweeps = {
  "prospects.wake-snoozed": wakeSnoozed,
  "prospects.expire-claims": expireClaims,
  "prospects.drop-stale-uploads": dropStaleUploads,
};
