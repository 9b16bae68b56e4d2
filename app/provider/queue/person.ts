import type { openProspect } from "#server/prospects/open-prospect.ts";
import type { upcoming } from "#server/prospects/upcoming.ts";

/** A prospect as the queue shows it: the person, their history, and what to ask. */
export type Person = Awaited<ReturnType<typeof openProspect>>;
export type PastTouch = Person["touches"][number];
export type Criterion = Person["program"]["criteria"][number];
export type Upcoming = Awaited<ReturnType<typeof upcoming>>;

/** What is open under the row of actions. */
export type Panel = "call" | "mail" | "note" | "snooze" | "off" | "skip" | "hand" | null;
