import type { Store } from "./store.ts";

/** How far the sandbox's clock is ahead of the system's, in milliseconds. */
export function offsetMs(store: Store): number {
  return Number(store.setting("clock_offset_ms") ?? "0");
}

/** Milliseconds since 1970 on the sandbox's clock. */
export function nowMs(store: Store): number {
  return Date.now() + offsetMs(store);
}

/** Moves the clock to an offset from the system's time. It never goes back, but where nothing has happened yet it may begin anywhere. */
export function moveClock(store: Store, toOffsetMs: number): void {
  const empty = store.db.prepare("select 1 from object where kind <> 'webhook_endpoint' limit 1").get() === undefined;
  store.set("clock_offset_ms", String(Math.trunc(empty ? toOffsetMs : Math.max(offsetMs(store), toOffsetMs))));
}
