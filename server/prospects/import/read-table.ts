import type { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import iconv from "iconv-lite";
import { fileCannotBeRead, MAX_ROW_CHARS } from "#server/prospects/import.ts";

/** How the text of a file becomes a table. */
export type Shape = { readonly encoding: string; readonly delimiter: string };

/** The rows of a file one by one, as text, with bounded memory; blank rows are none. A row without an end is refused. */
export async function* readTable(content: Readable, { encoding, delimiter }: Shape): AsyncGenerator<string[]> {
  const decoded = content.pipe(iconv.decodeStream(encoding));
  const records = decoded.pipe(
    parse({
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: MAX_ROW_CHARS,
    }),
  );
  content.on("error", (error) => records.destroy(error));
  decoded.on("error", (error) => records.destroy(error));
  try {
    for await (const cells of records as AsyncIterable<string[]>) yield cells;
  } catch (error) {
    throw error instanceof CsvError ? fileCannotBeRead({ line: Number(error.lines ?? records.info.lines) }) : error;
  } finally {
    content.destroy();
  }
}

/** The first rows of a file. */
export async function firstRows(content: Readable, shape: Shape, count: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const cells of readTable(content, shape)) if (rows.push(cells) >= count) break;
  return rows;
}
