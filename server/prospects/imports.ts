import type { Actor } from "#server/kernel/actor.ts";
import { olderThan, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { type AboutImport, Detected, importIsUnknown, type ListImports, type ListRows } from "./import.ts";

/** Rows of an import on one page. */
export const ROWS_PER_PAGE = 50;

const SELECT = {
  ...{ id: true, status: true, fileName: true, sizeBytes: true, createdAt: true, startedAt: true, finishedAt: true },
  ...{ rowsTotal: true, rowsRead: true, rowsNew: true, rowsDuplicate: true, rowsInvalid: true, error: true },
  ...{ sourceChannel: true, sourceCampaign: true, consentBasis: true },
  program: { select: { id: true, name: true } },
};

/** A provider's imports, newest first. */
export async function imports({ organisationId }: Actor, { limit, after, programId }: ListImports) {
  const rows = await db.prospectImport.findMany({
    where: { providerId: organisationId, ...(programId && { programId }), ...olderThan("createdAt", after) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: SELECT,
  });
  return pageOf(rows, limit, (row) => row.createdAt);
}

/** One import: what was found out about the file, and how far it is. */
export async function openImport({ organisationId }: Actor, { importId }: AboutImport) {
  const found = await db.prospectImport.findFirst({
    where: { id: importId, providerId: organisationId },
    select: { ...SELECT, detected: true },
  });
  if (!found) throw importIsUnknown();
  return { ...found, detected: Detected.parse(found.detected) };
}

/** What became of the rows of one import, in the file's order. */
export async function importedRows({ organisationId }: Actor, { importId, verdict, after }: ListRows) {
  const found = await db.prospectImport.findFirst({ where: { id: importId, providerId: organisationId } });
  if (!found) throw importIsUnknown();
  const rows = await db.prospectImportRow.findMany({
    where: { importId, row: { gt: after }, ...(verdict && { verdict }) },
    orderBy: { row: "asc" },
    take: ROWS_PER_PAGE + 1,
    select: { row: true, verdict: true, reasons: true, cells: true, prospectId: true },
  });
  const shown = rows.slice(0, ROWS_PER_PAGE);
  const names = await namesOf(shown.flatMap(({ prospectId }) => prospectId ?? []));
  return {
    rows: shown.map((row) => ({ ...row, name: (row.prospectId && names.get(row.prospectId)) || null })),
    next: rows.length > ROWS_PER_PAGE ? (shown.at(-1)?.row ?? null) : null,
  };
}

async function namesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const people = await db.prospect.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
