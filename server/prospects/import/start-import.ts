import type { Readable } from "node:stream";
import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { dropFile, keepFile } from "#server/platform/files.ts";
import { icpOf } from "#server/programs/icp.ts";
import { assertEnrolled } from "#server/prospects/assert-enrolled.ts";
import { importIsUnknown, MAX_FILE_BYTES, type StartImport } from "#server/prospects/import.ts";
import { inspectFile } from "./inspect-file.ts";

/** A provider uploads a list. It is kept, read once and described; nothing becomes a prospect before the columns are confirmed. */
export async function startImport(actor: Actor, input: StartImport, content: Readable): Promise<void> {
  const { importId, programId, fileName } = input;
  await assertEnrolled(db, actor.organisationId, programId);
  if (await isRepeat(actor, importId)) return;
  const { icp } = await db.program.findUniqueOrThrow({ where: { id: programId }, select: { icp: true } });
  const { countries } = icpOf(icp);
  const { key, sizeBytes } = await keepFile(content, MAX_FILE_BYTES);
  try {
    const only = countries.length === 1 ? (countries[0] ?? null) : null;
    const { detected, rows } = await inspectFile(key, only);
    await inTransaction(async (tx) => {
      await tx.prospectImport.create({
        data: {
          ...{ id: importId, programId, fileName, fileKey: key, sizeBytes, detected, rowsTotal: rows },
          ...{ providerId: actor.organisationId, createdById: actor.userId },
          ...{ sourceChannel: "list", consentBasis: "", createdAt: await clock.now(tx) },
        },
      });
      await record(tx, actor, { what: "import.uploaded", about: importId, detail: { sizeBytes, rows } });
    });
  } catch (error) {
    await dropFile(key);
    throw error;
  }
}

/** The same upload sent twice is one; another tenant's id is unknown. */
async function isRepeat({ organisationId }: Actor, importId: string): Promise<boolean> {
  const known = await db.prospectImport.findUnique({ where: { id: importId }, select: { providerId: true } });
  if (known && known.providerId !== organisationId) throw importIsUnknown();
  return known !== null;
}
