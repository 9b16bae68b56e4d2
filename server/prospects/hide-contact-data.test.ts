import fc from "fast-check";
import { expect, test } from "vitest";
import { contactDataHidden } from "./hide-contact-data.ts";

test("what an agent wrote tells no address, number or name of the person", () => {
  const person = { name: "Fenna Wexholt", email: "fenna@cold-store.example", phone: "+31105550107" };
  const said = "FENNA says: write to fenna@cold-store.example or ring +31 10 555 01 07. Six sites by 2027-03-12.";
  expect(contactDataHidden(said, person)).toBe("••• says: write to ••• or ring •••. Six sites by 2027-03-12.");
});

test("a Chinese name is hidden between other characters, a two-character one too", () => {
  const person = { name: "覃棠", email: null, phone: null };
  expect(contactDataHidden("已联系覃棠并确认五条产线", person)).toBe("已联系•••并确认五条产线");
});

test("no name or address, however odd, breaks a hand-over", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (name, text) => {
      const hidden = contactDataHidden(`${text} ${name}`, { name, email: `${name}@x-y.example`, phone: null });
      expect(typeof hidden).toBe("string");
    }),
  );
});
