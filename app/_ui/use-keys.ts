import { useEffect, useRef } from "react";
import { singleKeysOn } from "./keys-setting.ts";

const TYPED =
  "input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable=true], [role=menu], [role=listbox]";

/** Is this key press a single-key command: not typing, not composing Chinese, no modifier, not switched off? */
export function isSingleKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.target instanceof Element && event.target.closest(TYPED)) return false;
  return singleKeysOn();
}

/**
 * Binds single keys to what they do, while the component is on screen: `useKeys({ j: next, k: previous })`.
 * Buttons and links need none of this: their `kbd` presses them (see Keys).
 */
export function useKeys(bindings: Readonly<Record<string, () => void>>): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const run = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (!run || !isSingleKey(event) || document.querySelector("[role=dialog]")) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
