import type { Kind, Kinds } from "./kinds.ts";
import type { Range } from "./params.ts";
import { invalid, unknownId } from "./refusal.ts";
import type { World } from "./world.ts";

/** The parameters every v1 list takes. */
export const LIST = {
  limit: "integer",
  starting_after: "text",
  ending_before: "text",
} as const;

const LIMIT = { standard: 10, most: 100 };

/** Where in a list a page begins, and how long it is. */
interface Page {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}

/** What a list leaves out. */
interface Filter {
  fields?: { [path: string]: string | number | boolean | undefined };
  created?: Range | undefined;
  /** A rule that the store cannot look up; applied to every candidate. */
  only?: (object: never) => boolean;
}

/** A page of a v1 list, newest first. */
export function list<K extends Kind>(world: World, kind: K, url: string, page: Page, filter: Filter = {}): object {
  const limit = page.limit ?? LIMIT.standard;
  if (limit < 1 || limit > LIMIT.most) throw wrongLimit(limit);
  if (page.starting_after && page.ending_before) {
    throw invalid("You can only specify one of these parameters: ending_before, starting_after.");
  }
  const backwards = page.ending_before !== undefined;
  const only = filter.only as ((object: Kinds[K]) => boolean) | undefined;
  const found = world.store.list(kind, {
    account: world.account,
    fields: filter.fields ?? {},
    created: filter.created,
    before: cursor(world, page.starting_after, "starting_after"),
    after: cursor(world, page.ending_before, "ending_before"),
    oldestFirst: backwards,
    ...(only ? {} : { limit: limit + 1 }),
  });
  const matching = only ? found.filter(only) : found;
  const data = matching.slice(0, limit);
  if (backwards) data.reverse();
  return { object: "list", data, has_more: matching.length > limit, url };
}

function cursor(world: World, id: string | undefined, param: string): number | undefined {
  if (id === undefined) return undefined;
  const place = world.store.place(id);
  if (!place || place.account !== world.account) throw unknownId("object", id, param);
  return place.seq;
}

function wrongLimit(limit: number): Error {
  const bound = limit < 1 ? "greater than or equal to 1" : `less than or equal to ${LIMIT.most}`;
  return invalid(`This value must be ${bound}.`, { code: "parameter_invalid_integer", param: "limit" });
}

/** A page of a v2 list: no counting from a cursor, but an address of the next page. */
export function pageOf<K extends Kind>(
  world: World,
  kind: K,
  url: string,
  params: { readonly limit?: number; readonly page?: string },
  view: (object: Kinds[K]) => object,
  keep: (object: Kinds[K]) => boolean = () => true,
): object {
  const limit = params.limit ?? LIMIT.standard;
  if (limit < 1 || limit > LIMIT.most) throw wrongLimit(limit);
  const before = params.page === undefined ? undefined : Number(Buffer.from(params.page, "base64url").toString());
  if (Number.isNaN(before)) throw invalid("The page token is not valid.", { param: "page" });
  const found = world.store.list(kind, { account: world.account, before }).filter(keep);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const seq = last ? world.store.place(last.id)?.seq : undefined;
  const more = found.length > limit && seq !== undefined;
  const token = more ? Buffer.from(String(seq)).toString("base64url") : "";
  return {
    data: shown.map(view),
    next_page_url: more ? `${url}?limit=${limit}&page=${token}` : null,
    previous_page_url: null,
  };
}
