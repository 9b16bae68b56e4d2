import { useSyncExternalStore } from "react";

const NAME = "lode.keys";
const listeners = new Set<() => void>();

/** Whether single keys act. A person may switch them off (WCAG 2.1.4); the browser remembers it. */
export const singleKeysOn = (): boolean => {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    return true;
  }
};

/** Switches single keys on or off for this browser. */
export function setSingleKeys(on: boolean): void {
  try {
    localStorage.setItem(NAME, on ? "on" : "off");
  } catch {
    // A browser that keeps nothing simply forgets the choice with the page.
  }
  for (const tell of listeners) tell();
}

/** The same, for a component that shows it. */
export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    singleKeysOn,
    () => true,
  );
