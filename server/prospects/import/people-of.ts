import { readFile } from "#server/platform/files.ts";
import type { Detected, Mapping } from "#server/prospects/import.ts";
import { type CleanRow, cleanRow } from "./clean-row.ts";
import { readTable } from "./read-table.ts";

/** A row of a file, counted from 1 without the header. */
export type FileRow = { readonly row: number; readonly cells: string[]; readonly clean: CleanRow };

/** The people a file names, row by row, as a mapping reads it; those up to a row are passed over. */
export async function* peopleOf(key: string, detected: Detected, mapping: Mapping, after = 0): AsyncGenerator<FileRow> {
  let row = -detected.preamble - (detected.hasHeader ? 1 : 0);
  for await (const cells of readTable(readFile(key), detected)) {
    row++;
    if (row > after) yield { row, cells, clean: cleanRow(cells, detected.header, mapping) };
  }
}

/** Rows in groups, so that each group is one question to the database. */
export async function* inBatches<T>(rows: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    if (batch.push(row) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}
