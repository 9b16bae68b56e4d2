import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Units and parts of algorithms, which limit nothing. */
const NO_LIMIT = ["MINUTE_MS", "HOUR_MS", "DAY_MS"];

test("every limit is on the page of limits", () => {
  const page = readFileSync("docs/limits.md", "utf8");
  const limits = globSync("server/*/**/*.ts")
    .filter((path) => !/\.test\.ts$|^server\/testing\//.test(path))
    .flatMap((path) => [...readFileSync(path, "utf8").matchAll(/^export const ([A-Z][A-Z0-9_]{3,}) = [\d(]/gm)])
    .map(([, name = ""]) => name);
  expect(limits.length).toBeGreaterThan(50);
  expect([...new Set(limits)].filter((name) => !NO_LIMIT.includes(name) && !page.includes(`\`${name}\``))).toEqual([]);
});
