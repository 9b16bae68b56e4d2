import { db } from "#server/platform/db.ts";

/** Every row there is, by what is in it: its table and a hash of all its columns. */
export type Rows = ReadonlySet<string>;

type Row = { readonly key: string; readonly text: string };

const ID = /\b[a-z]+_[0-9a-f]{32}\b/g;

/** The whole database as it is now, the jobs that were asked for included. */
export async function rowsNow(): Promise<Rows> {
  return new Set((await read("''")).map(({ key }) => key));
}

/** What is written in the rows that have come since. */
export async function newRows(since: Rows): Promise<readonly Row[]> {
  const now = await rowsNow();
  if ([...now].every((key) => since.has(key))) return [];
  return (await read("x::text")).filter(({ key }) => !since.has(key));
}

/** The ids of everything in some rows, by their prefix. */
export function idsOf(rows: readonly Row[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const [id] of rows.flatMap(({ text }) => [...text.matchAll(ID)])) {
    const prefix = id.slice(0, id.lastIndexOf("_"));
    found.set(prefix, (found.get(prefix) ?? new Set()).add(id));
  }
  return new Map([...found].map(([prefix, ids]) => [prefix, [...ids]]));
}

async function read(text: string): Promise<Row[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  const parts = tables.map(({ name }) => `select '${name} ' || md5(x::text) as key, ${text} as text from ${name} x`);
  // Of a job only what was asked for: that it was tried and failed is the queue's own.
  const jobs = `select 'job ' || md5(task_id || x.payload::text) as key, x.payload::text as text from graphile_worker._private_jobs x`;
  return db.$queryRawUnsafe<Row[]>([...parts, jobs].join(" union all "));
}
