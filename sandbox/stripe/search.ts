import type { Kind, Kinds } from "./kinds.ts";
import { invalid } from "./refusal.ts";
import type { World } from "./world.ts";

const TERM = /^metadata\[["'](.+?)["']\]:["'](.*)["']$/;

/** Stripe's search, as far as Lode needs it: metadata words joined by AND. */
export function searchMetadata<K extends Kind>(
  world: World,
  kind: K,
  url: string,
  params: { readonly query: string; readonly limit?: number },
): object {
  const terms = params.query.split(/ and /i).map((term) => {
    const [, name, value] = TERM.exec(term.trim()) ?? [];
    if (name === undefined || value === undefined) throw invalid(`We were unable to parse your search query: ${term}`);
    return { name, value };
  });
  const found = world.store.list(kind, { account: world.account }).filter((object: Kinds[K]) => {
    const metadata = "metadata" in object ? (object.metadata as Record<string, string> | null) : null;
    return terms.every(({ name, value }) => metadata?.[name] === value);
  });
  const limit = params.limit ?? 10;
  return { object: "search_result", data: found.slice(0, limit), has_more: found.length > limit, next_page: null, url };
}
