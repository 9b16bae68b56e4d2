import { expect, test } from "vitest";
import { HIDDEN, maskedLead, maskedPerson, scrubbed } from "./mask.ts";

const jan = { name: "Jan de Vries", email: "j.devries@noordkade.nl", phone: "+31612345607" };

test("a masked person keeps its shape: initials, top-level domain, calling code and two digits", () => {
  const { name, email, phone } = maskedPerson(jan);
  expect(name).toMatch(/^J█+ d█+ V█+$/);
  expect(email).toMatch(/^█+@█+\.nl$/);
  expect(phone).toMatch(/^\+31 █+ 07$/);
});

test("a Chinese name is masked too", () => {
  expect(maskedPerson({ name: "王小明", email: null, phone: "+8613812345678" })).toEqual({
    name: "王███",
    email: null,
    phone: "+86 ████████ 78",
  });
});

test.each([
  ["call Jan on 0612 345 607", /^call █+ on █+$/],
  ["write to other.person@shop.example", /^write to █+$/],
  ["his number is +31 6 1234 5607, ask for De Vries", /^his number is █+, ask for █+ █+|█+$/],
  ["see https://linkedin.example/in/jan", /^see █+$/],
  ["their domain noordkade.nl is old", /^their domain █+ is old$/],
])("contact data in a text are hidden: %s", (text, shape) => {
  expect(scrubbed(text, jan)).toMatch(shape);
});

test.each(["6 stores, 41 rooms", "audit on 2027-03-12", "a budget of 40,000 to 60,000", "January works"])(
  "a fact stays readable: %s",
  (text) => {
    expect(scrubbed(text, jan)).toBe(text);
  },
);

test("nothing of the person is left anywhere in a masked lead", () => {
  const note = "Jan said: mail j.devries@noordkade.nl or call 06 1234 5607";
  const proof = { channel: "call", disposition: "reached", note, durationSeconds: 60, at: new Date(0) };
  const masked = maskedLead({
    ...jan,
    company: "De Vries Koeling",
    title: "Director",
    city: "Rotterdam",
    summary: note,
    history: [proof],
    answers: [{ question: "Who decides?", kind: "text", value: "Jan de Vries himself", note, proof }],
  });
  const text = JSON.stringify(masked);
  for (const secret of ["Jan", "Vries", "devries", "noordkade", "5607", "1234"]) expect(text).not.toContain(secret);
  expect(text).toContain(HIDDEN);
  expect(masked.city).toBe("Rotterdam");
});
