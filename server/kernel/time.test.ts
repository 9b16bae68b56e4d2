import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn, isTimeZone, plusBusinessDays } from "./time.ts";

test("three business days over a weekend end on the same wall clock", () => {
  const friday = new Date("2026-11-20T15:30:00Z");
  expect(plusBusinessDays("Europe/Berlin", friday, 3).toISOString()).toBe("2026-11-25T15:30:00.000Z");
});

test("the wall clock is kept when summer time ends", () => {
  const friday = new Date("2026-10-23T08:00:00Z");
  expect(plusBusinessDays("Europe/Berlin", friday, 1).toISOString()).toBe("2026-10-26T09:00:00.000Z");
});

test("the weekend is the zone's own", () => {
  const stillFridayInHonolulu = new Date("2026-11-21T05:00:00Z");
  expect(plusBusinessDays("Pacific/Honolulu", stillFridayInHonolulu, 1).toISOString()).toBe("2026-11-24T05:00:00.000Z");
});

test("a business day is never a weekend, and days add up", () => {
  const zone = fc.constantFrom("America/New_York", "Asia/Shanghai", "Europe/London");
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
      fc.integer({ min: 1, max: 20 }),
      zone,
      (at, n, z) => {
        const end = plusBusinessDays(z, at, n);
        expect(["Sat", "Sun"]).not.toContain(
          new Intl.DateTimeFormat("en-US", { timeZone: z, weekday: "short" }).format(end),
        );
        expect(plusBusinessDays(z, plusBusinessDays(z, at, n), 1).getTime()).toBe(
          plusBusinessDays(z, at, n + 1).getTime(),
        );
      },
    ),
  );
});

test("a day is a day of its zone", () => {
  expect(dayIn("Asia/Shanghai", new Date("2026-11-23T18:00:00Z"))).toBe("2026-11-24");
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});
