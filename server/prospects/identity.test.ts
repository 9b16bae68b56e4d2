import fc from "fast-check";
import { expect, test } from "vitest";
import { contactDataHidden } from "./hide-contact-data.ts";
import { normaliseEmail, normalisePhone } from "./identity.ts";
import { proposeMapping } from "./import-mapping.ts";
import { atHour, isQuietFor, zoneOfCountry } from "./person-time.ts";

test("one address has one form, however it was typed", () => {
  for (const typed of [" Ann@Shop.Example ", "mailto:ann@shop.example", "<ANN@SHOP.EXAMPLE>", "ａｎｎ@shop.example"])
    expect(normaliseEmail(typed)).toBe("ann@shop.example");
  for (const none of [
    "",
    "ann",
    "ann@shop",
    "@shop.example",
    "a b@shop.example",
    "a..b@shop.example",
    "email_not_unlocked@domain.com",
  ])
    expect(normaliseEmail(none), none).toBeNull();
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const once = normaliseEmail(address);
      if (once) expect(normaliseEmail(once.toUpperCase())).toBe(once);
    }),
  );
});

test("one number has one form, and a number without a country is none", () => {
  for (const typed of [
    "+31 10 555 01 07",
    "0031105550107",
    "010 555 01 07",
    "(010) 555-0107",
    "０１０ ５５５ ０１ ０７",
  ])
    expect(normalisePhone(typed, "NL")?.value).toBe("+31105550107");
  expect(normalisePhone("010 555 01 07", "")).toBeNull();
  expect(normalisePhone("not-a-phone", "NL")).toBeNull();
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("", "US", "CN", "XX"), (text, country) => {
      const once = normalisePhone(text, country);
      if (once) expect(normalisePhone(once.value, "")?.value).toBe(once.value);
    }),
  );
});

test("a country gives a zone only where it is no guess", () => {
  expect([zoneOfCountry("NL"), zoneOfCountry("DE"), zoneOfCountry("CN")]).toEqual([
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Asia/Shanghai",
  ]);
  expect([zoneOfCountry("US"), zoneOfCountry("BR"), zoneOfCountry(""), zoneOfCountry("?")]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  const noonInNewYork = new Date("2026-11-23T17:00:00Z");
  expect(isQuietFor({ timeZone: null, country: "US" }, noonInNewYork)).toBe(false);
  expect(isQuietFor({ timeZone: null, country: "" }, noonInNewYork)).toBe(false);
  expect(isQuietFor({ timeZone: "Asia/Shanghai", country: "" }, noonInNewYork)).toBe(true);
});

test("nine in the morning is nine in the morning, also around a change of the clocks", () => {
  expect(atHour(9, "2026-03-29", "Europe/Berlin").toISOString()).toBe("2026-03-29T07:00:00.000Z");
  expect(atHour(9, "2026-10-25", "Europe/Berlin").toISOString()).toBe("2026-10-25T08:00:00.000Z");
  expect(atHour(9, "2026-11-23", "Asia/Kolkata").toISOString()).toBe("2026-11-23T03:30:00.000Z");
  expect(atHour(0, "2026-11-01", "Pacific/Kiritimati").toISOString()).toBe("2026-10-31T10:00:00.000Z");
});

test("columns are recognised by name and by what is in them", () => {
  const fields = (header: string[], ...rows: string[][]) => proposeMapping(header, rows).map(({ field }) => field);
  expect(fields(["姓名", "手机", "公司"], ["李雷", "+86 138 0013 8000", "临港"])).toEqual(["name", "phone", "company"]);
  expect(fields(["A", "B"], ["Ann Lee", "ann@shop.example"])).toEqual([null, "email"]);
  expect(fields(["name", "Name"], ["Ann", "ann@shop.example"])).toEqual(["name", "email"]);
  expect(fields(["Emial", "form_name", "Lead Owner", "Email Status"], ["a@b.example", "Tower", "Priya", "ok"])).toEqual(
    ["email", null, null, null],
  );
});

test("a story told before acceptance names nobody", () => {
  const person = { name: "Ann Lee", email: "ann@shop.example", phone: "+12125552368" };
  const told = contactDataHidden(
    "Ann said: ring LEE at (212) 555-2368 or ann@shop.example; Annual audit 12.03.2027",
    person,
  );
  expect(told).toBe("••• said: ring ••• at ••• or •••; Annual audit 12.03.2027");
});
