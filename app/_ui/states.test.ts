import { expect, test } from "vitest";
import { LOCALES } from "#app/_words/locale.ts";
import { words } from "#app/_words/words.ts";
import { STATES } from "./states.ts";

test("Every state of every object has a mark and a word in each language, and no word is without a state", () => {
  const marked = Object.entries(STATES).map(([object, states]) => [object, Object.keys(states).sort()]);
  for (const locale of LOCALES) {
    const spoken = Object.entries(words(locale).state).map(([object, states]) => [object, Object.keys(states).sort()]);
    expect(Object.fromEntries(spoken)).toEqual(Object.fromEntries(marked));
  }
});
