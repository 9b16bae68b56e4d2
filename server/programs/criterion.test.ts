import { expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { answerSchema, assertAnswer, assertAnswered, CriterionInput, type CriterionKind } from "./criterion.ts";

const ask = (kind: CriterionKind, options: string[] = []) => ({ kind, question: "How many?", options, required: true });

test.each([
  [ask("yes_no"), "yes", "yes"],
  [ask("number", ["sites"]), " １,２00 ", "1200"],
  [ask("number"), "-3.5", "-3.5"],
  [ask("choice", ["Now", "Later"]), "Later", "Later"],
  [ask("date"), "2028-02-29", "2028-02-29"],
  [ask("text"), " three\r\nlines ", "three\nlines"],
])("%j takes %j as %j", (criterion, typed, answer) => {
  expect(assertAnswer(criterion, typed)).toBe(answer);
  expect(answerSchema(criterion).parse(typed)).toBe(answer);
});

test.each([
  [ask("yes_no"), "maybe", "answer_is_not_yes_or_no"],
  [ask("number"), "1e9", "answer_is_not_a_number"],
  [ask("number"), "", "answer_is_not_a_number"],
  [ask("choice", ["Now", "Later"]), "now", "answer_is_not_an_option"],
  [ask("date"), "2027-02-29", "answer_is_not_a_day"],
  [ask("date"), "29.02.2028", "answer_is_not_a_day"],
  [ask("text"), "  ", "answer_is_not_a_text"],
  [ask("text"), "x".repeat(1001), "answer_is_not_a_text"],
])("%j refuses %j", (criterion, typed, code) => {
  expect(() => assertAnswer(criterion, typed)).toThrow(
    expect.objectContaining({ code, facts: { question: "How many?" } }),
  );
});

test("only required questions must have an answer", () => {
  const criteria = [
    { id: "a", ...ask("text") },
    { id: "b", ...ask("text"), required: false },
  ];
  assertAnswered(criteria, new Set(["a"]));
  expect(() => assertAnswered(criteria, new Set(["b"]))).toThrow("answer_is_missing");
});

test.each<[CriterionKind, string[], boolean]>([
  ["choice", ["Now", "Later"], true],
  ["choice", ["Now"], false],
  ["choice", ["Now", "Now"], false],
  ["number", ["sites"], true],
  ["number", ["sites", "people"], false],
  ["text", ["Now", "Later"], false],
])("a %s question with the options %j is well formed: %s", (kind, options, good) => {
  expect(CriterionInput.safeParse({ id: newId("criterion"), hint: "", ...ask(kind, options) }).success).toBe(good);
});
