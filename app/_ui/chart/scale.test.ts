import fc from "fast-check";
import { expect, test } from "vitest";
import { ticksOf } from "./scale.ts";

test("An axis includes nothing and the largest value, in a handful of even steps", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 24 }), (values) => {
      const ticks = ticksOf(values);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values));
      expect(ticks.length).toBeLessThanOrEqual(7);
    }),
  );
});
