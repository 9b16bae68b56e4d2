import type { importedRows, openImport } from "#server/prospects/imports.ts";

/** An import as its page shows it. */
export type Found = Awaited<ReturnType<typeof openImport>>;
export type ImportedRow = Awaited<ReturnType<typeof importedRows>>["rows"][number];
