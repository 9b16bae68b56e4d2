import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { type AboutImport, Detected, importIsUnknown } from "#server/prospects/import.ts";

const BATCH = 1_000;
const BOM = "\ufeff";
const Cells = z.array(z.string());

/** A cell as a spreadsheet may open it: a formula is made text, and quotes keep what they hold. */
export function safeCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const csvLine = (cells: readonly string[]): string => `${cells.map(safeCell).join(",")}\r\n`;

/** The rows of an import that were not taken because something was wrong, as a file to mend and to import again. */
export async function refusedRows(
  { organisationId }: Actor,
  { importId }: AboutImport,
): Promise<AsyncGenerator<string>> {
  const found = await db.prospectImport.findFirst({ where: { id: importId, providerId: organisationId } });
  if (!found) throw importIsUnknown();
  return lines(importId, Detected.parse(found.detected).header);
}

async function* lines(importId: string, header: readonly string[]): AsyncGenerator<string> {
  const width = header.length;
  yield BOM + csvLine([...header.map((name, i) => name || `#${i + 1}`), "Lode: reason"]);
  for (let last = 0; ; ) {
    const rows = await db.prospectImportRow.findMany({
      where: { importId, verdict: "invalid", row: { gt: last } },
      orderBy: { row: "asc" },
      take: BATCH,
    });
    for (const { cells, reasons } of rows) {
      const kept = Cells.parse(cells ?? []);
      yield csvLine([...Array.from({ length: width }, (_, i) => kept[i] ?? ""), reasons.join(" ")]);
    }
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.row ?? last;
  }
}
