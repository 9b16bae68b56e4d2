import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "#app/_words/en/event.json" with { type: "json" };

const KNOWN = Object.entries(en).flatMap(([noun, events]) => Object.keys(events).map((event) => `${noun}.${event}`));

test("everything that is written to the audit log has words", () => {
  const sources = globSync("server/**/*.ts").filter((path) => !/\.test\.ts$|^server\/testing\//.test(path));
  const written = sources.flatMap((path) =>
    [
      ...readFileSync(path, "utf8").matchAll(
        /\bwhat: (?:[\w.]+ [?=!].*? )?"([a-z_]+\.[a-z_]+)"(?: : "([a-z_]+\.[a-z_]+)")?/g,
      ),
    ].flatMap(([, one, other]) => [one, other].filter((name) => name !== undefined)),
  );
  expect(written.length).toBeGreaterThan(50);
  expect([...new Set(written)].filter((name) => !KNOWN.includes(name))).toEqual([]);
});
