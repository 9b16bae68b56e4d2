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
