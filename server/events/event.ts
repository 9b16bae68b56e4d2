import { z } from "zod";
import type { OrganisationId } from "#server/kernel/actor.ts";

/** What happened to a thing, for the organisations whose pages must hear of it. */
export type Happening = {
  /** `noun.past_tense` */
  readonly what: `${string}.${string}`;
  /** The id of the thing it happened to. */
  readonly about: string;
  /** Who hears of it besides the author's own organisation. */
  readonly audience?: readonly (OrganisationId | string)[];
  /** Nobody's page hears of it: a look changes nothing, and a page that fetched itself again would look again. */
  readonly silent?: true;
  /** Old and new state, a reason. No contact data. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** What an open page is told: enough to know what to fetch again. */
export type Told = { readonly what: string; readonly about: string };

/** Where a reader of the feed is: the transaction and the row it saw last, as `xid.seq`. */
export const FeedCursor = z.string().regex(/^\d{1,19}\.\d{1,18}$/);

/** What a page missed while its connection was down is told again up to this many; beyond, it reloads everything. */
export const MAX_MISSED_EVENTS = 500;
