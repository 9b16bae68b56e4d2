import { readFile } from "#server/platform/files.ts";
import {
  type Detected,
  fileHasNoRows,
  fileHasTooManyColumns,
  fileHasTooManyRows,
  MAX_COLUMNS,
  MAX_ROWS,
  SAMPLE_ROWS,
} from "#server/prospects/import.ts";
import { proposeMapping } from "#server/prospects/import-mapping.ts";
import { plain } from "./clean-row.ts";
import { detectEncoding } from "./encoding.ts";
import { bestDelimiter, findHeader, usualWidth } from "./header.ts";
import { firstRows, readTable } from "./read-table.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Rows from which the shape is judged. */
const HEAD_ROWS = 60;
/** Longest cell in the sample. */
const MAX_SAMPLE = 120;

/** Finds out how a kept file is to be read, and reads it once to its end: a file that breaks on the way is refused before anything is written. */
export async function inspectFile(key: string, country: string | null): Promise<{ detected: Detected; rows: number }> {
  const encoding = await detectEncoding(readFile(key));
  const delimiter = await delimiterOf(key, encoding);
  const head = await firstRows(readFile(key), { encoding, delimiter }, HEAD_ROWS);
  const { preamble, hasHeader } = findHeader(head);
  const body = head.slice(preamble + (hasHeader ? 1 : 0));
  const named = hasHeader ? (head[preamble] ?? []) : [];
  const width = Math.max(named.length, usualWidth(body));
  if (width > MAX_COLUMNS) throw fileHasTooManyColumns({ max: MAX_COLUMNS });
  const rows = await countRows(key, { encoding, delimiter }, preamble + (hasHeader ? 1 : 0));

  const header = Array.from({ length: width }, (_, i) => plain(named[i] ?? "").slice(0, MAX_SAMPLE));
  const cells = body.map((row) => Array.from({ length: width }, (_, i) => plain(row[i] ?? "").slice(0, MAX_SAMPLE)));
  const proposed = proposeMapping(header, cells);
  const sample = cells.slice(0, SAMPLE_ROWS);
  return { detected: { encoding, delimiter, preamble, hasHeader, header, sample, proposed, country }, rows };
}

/** A delimiter under which the file cannot be read at all is none; when all fail, the first complaint is the answer. */
async function delimiterOf(key: string, encoding: string): Promise<string> {
  const tables = new Map<string, string[][]>();
  const errors: unknown[] = [];
  for (const delimiter of DELIMITERS)
    try {
      tables.set(delimiter, await firstRows(readFile(key), { encoding, delimiter }, HEAD_ROWS));
    } catch (error) {
      errors.push(error);
    }
  if (tables.size === 0) throw errors[0];
  return bestDelimiter(tables);
}

async function countRows(
  key: string,
  shape: { encoding: string; delimiter: string },
  skipped: number,
): Promise<number> {
  let rows = -skipped;
  for await (const _ of readTable(readFile(key), shape))
    if (++rows > MAX_ROWS) throw fileHasTooManyRows({ max: MAX_ROWS });
  if (rows < 1) throw fileHasNoRows();
  return rows;
}
