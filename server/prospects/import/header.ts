import { HEADERS, headerKey } from "#server/prospects/import-mapping.ts";

/** Rows among which a header is looked for. */
const HEADER_WITHIN = 15;
const DATA_LIKE = /@.+\.|^[+(]?\d[\d\s().-]{6,}$|^https?:|^\d{4}-\d{2}-\d{2}|^[=]/;

/** Which delimiter makes the most even table of two or more columns; a single column is a table too. */
export function bestDelimiter(tables: ReadonlyMap<string, readonly string[][]>): string {
  let best = { delimiter: ",", evenness: 0, width: 1 };
  for (const [delimiter, rows] of tables) {
    const width = usualWidth(rows);
    const evenness = width > 1 ? rows.filter((row) => row.length === width).length / rows.length : 0;
    if (evenness > best.evenness || (evenness === best.evenness && width > best.width))
      best = { delimiter, evenness, width };
  }
  return best.delimiter;
}

/** Where the table begins, and whether its first row names the columns. */
export function findHeader(rows: readonly string[][]): { preamble: number; hasHeader: boolean } {
  const head = rows.slice(0, HEADER_WITHIN);
  const known = head.map((row) => (row.some((cell) => DATA_LIKE.test(cell.trim())) ? 0 : knownNames(row)));
  const best = known.indexOf(Math.max(...known));
  if ((known[best] ?? 0) > 0) return { preamble: best, hasHeader: true };

  const first = head.findIndex((row) => filled(row) * 2 >= usualWidth(rows));
  const row = head[first] ?? [];
  const names = row.length > 1 && filled(row) > 1 && !row.some((cell) => DATA_LIKE.test(cell.trim()));
  return { preamble: Math.max(0, first), hasHeader: names };
}

const filled = (row: readonly string[]) => row.filter((cell) => cell.trim() !== "").length;
const knownNames = (row: readonly string[]) => row.filter((cell) => HEADERS.has(headerKey(cell))).length;

/** The number of columns that most rows have. */
export function usualWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0] as const)[0];
}
