import fc from "fast-check";
import { expect, test } from "vitest";
import { idSchema, newId } from "./id.ts";

test("an id names its kind, carries version 7 and sorts by its time", () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 31 }), fc.integer({ min: 1, max: 2 ** 20 }), (at, later) => {
      const first = newId("lead", at);
      expect(first).toMatch(/^lead_[0-9a-f]{12}7[0-9a-f]{3}[89ab][0-9a-f]{15}$/);
      expect(first < newId("lead", at + later)).toBe(true);
    }),
  );
});

test("an id of another kind is not accepted", () => {
  expect(idSchema("lead").safeParse(newId("lead")).success).toBe(true);
  expect(idSchema("org").safeParse(newId("lead")).success).toBe(false);
  expect(idSchema("lead").safeParse("lead_x").success).toBe(false);
});
