import { z } from "zod";

/** Rows on one page of a list, at most. */
export const MAX_PAGE_SIZE = 100;
export const PAGE_SIZE = 50;

/** Where a keyset page ended: the last row's instant and id. Opaque to the browser. */
export type Cursor = { readonly at: Date; readonly id: string };

const Encoded = z
  .string()
  .max(200)
  .transform((text, ctx): Cursor => {
    const [, ms, id] = /^(\d{1,14})~([a-z]+_[0-9a-f]{32})$/.exec(text) ?? [];
    if (!ms || !id) {
      ctx.addIssue({ code: "custom", message: "not a cursor" });
      return z.NEVER;
    }
    return { at: new Date(Number(ms)), id };
  });

/** What every list takes: how many rows, and after which one. */
export const PageInput = z.object({
  limit: z.number().int().min(1).max(MAX_PAGE_SIZE).default(PAGE_SIZE),
  after: Encoded.nullish(),
});
export type PageInput = z.infer<typeof PageInput>;

export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** Cuts a page out of `limit + 1` rows, newest first, and says where the next one begins. */
export function pageOf<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => Date,
): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? `${at(last).getTime()}~${last.id}` : null };
}

/** The part of a Prisma `where` that continues after a cursor, for `orderBy: [{ [column]: "desc" }, { id: "desc" }]`. */
export const olderThan = <Column extends string>(column: Column, after: Cursor | null | undefined) =>
  after ? { OR: [{ [column]: { lt: after.at } }, { [column]: after.at, id: { lt: after.id } }] } : {};
