/** The room's address without what is chosen in it. */
export const HERE = "/provider/programs";

/** What the address says of the list: its view, filters and page. */
export type Search = {
  readonly view?: string;
  readonly text?: string;
  readonly country?: string;
  readonly industry?: string;
  readonly currency?: string;
  readonly after?: string;
};
const FIELDS = ["view", "text", "country", "industry", "currency", "after"] as const;

/** The list's part of an address, `?country=NL`; empty when nothing is chosen. */
export function queryOf(search: Search, over: Partial<Record<keyof Search, string | null>> = {}): string {
  const kept = { ...search, ...over };
  const entries = FIELDS.flatMap((field) => (kept[field] ? [[field, String(kept[field])]] : []));
  const query = new URLSearchParams(entries).toString();
  return query && `?${query}`;
}
