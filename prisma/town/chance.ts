/** Chance that is the same every time: the demo town never surprises its authors. */
export type Chance = ReturnType<typeof chanceFrom>;

/** A source of chance from a seed (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from the first to the second, both included. */
    between: (from: number, to: number): number => from + Math.floor(next() * (to - from + 1)),
    /** True that often of a hundred. */
    percent: (often: number): boolean => next() * 100 < often,
    one: <Thing>(of: readonly Thing[]): Thing => {
      const thing = of[Math.floor(next() * of.length)];
      if (thing === undefined) throw new RangeError("nothing to choose from");
      return thing;
    },
  };
}
