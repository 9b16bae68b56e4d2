import type { Fields } from "./form.ts";
import { Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";
import { openWorld, PLATFORM, type World } from "./world.ts";

/** What a hosted page answers a person with: a page to read, or another address to go to. */
export type Shown = { html: string; status?: number } | { to: string };

/** A hosted page: what it shows, and what it does with what a person sends. */
export interface Door {
  readonly pattern: RegExp;
  show(world: World, id: string): Shown;
  send?(world: World, id: string, form: Fields): Shown;
}

/** Opens a hosted page for a person; what they do is done whole or not at all. */
export function openDoor(
  store: Store,
  url: string,
  doors: readonly Door[],
  method: string,
  path: string,
  form: Fields,
): Shown | undefined {
  for (const door of doors) {
    const id = door.pattern.exec(path)?.[1];
    const act = method === "POST" ? door.send : method === "GET" ? door.show : undefined;
    if (id === undefined || !act) continue;
    const world = openWorld(store, url, PLATFORM, { id: null, idempotency_key: null });
    return store.atomically(() => act(world, decodeURIComponent(id), form));
  }
  return undefined;
}

/** Does something that a bank may decline; its message is for the person, and what happened stays. */
export function tried<T>(world: World, work: () => T): { done: T } | { problem: string } {
  try {
    return { done: world.store.attempt(work, (error) => error instanceof Refusal && error.commits) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

/** An address with parameters added to it. */
export function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.toString();
}
