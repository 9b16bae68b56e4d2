import { createHash, randomUUID } from "node:crypto";
import { nowMs } from "./clock.ts";
import type { Asked } from "./kinds.ts";
import type { Store } from "./store.ts";

/** The version of Stripe's API that the sandbox speaks; any other is refused. */
export const API_VERSION = "2026-10-28.endive";

/** The owner of everything that no connected account owns. */
export const PLATFORM = "platform";

/** What one call, or one delayed effect, sees and may change. */
export interface World {
  readonly store: Store;
  /** Whose objects: the platform's, or the connected account's named in the Stripe-Account header. */
  readonly account: string;
  readonly request: Asked;
  /** The sandbox's own address, for the pages it sends people to. */
  readonly url: string;
  /** Seconds since 1970 on the sandbox's clock, as Stripe counts. */
  readonly now: number;
}

/** The world as one account sees it at this moment. */
export function openWorld(store: Store, url: string, account: string, request: Asked): World {
  return { store, url, account, request, now: Math.floor(nowMs(store) / 1000) };
}

/** The same moment, seen by another account. */
export function as(world: World, account: string): World {
  return { ...world, account };
}

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new id such as `pi_…`: drawn from the seed and a counter, so the same seed gives the same ids. */
export function newId(store: Store, prefix: string, length = 24): string {
  const seed = store.setting("seed") ?? plantSeed(store, randomUUID());
  const count = Number(store.setting("ids") ?? "0") + 1;
  store.set("ids", String(count));
  const bytes = createHash("sha512").update(`${seed}:${count}`).digest();
  let id = prefix;
  for (let index = 0; index < length; index++) id += LETTERS[(bytes[index] ?? 0) % LETTERS.length];
  return id;
}

/** Chooses the seed that ids are drawn from. */
export function plantSeed(store: Store, seed: string): string {
  store.set("seed", seed);
  return seed;
}
