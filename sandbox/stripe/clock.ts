import type { Store } from "./store.ts";

/** How far the sandbox's clock is ahead of the system's, in milliseconds. */
export function offsetMs(store: Store): number {
  return Number(store.setting("clock_offset_ms") ?? "0");
}

/** Milliseconds since 1970 on the sandbox's clock. */
export function nowMs(store: Store): number {
  return Date.now() + offsetMs(store);
}

/** Moves the clock to an offset from the system's time; it never goes back. */
export function moveClock(store: Store, toOffsetMs: number): void {
  store.set("clock_offset_ms", String(Math.max(offsetMs(store), Math.trunc(toOffsetMs))));
}
