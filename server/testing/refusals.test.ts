import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "#app/_words/en/refusals.json" with { type: "json" };
import zh from "#app/_words/zh-CN/refusals.json" with { type: "json" };

const declared = globSync("server/[!k]*/**/*.ts").flatMap((path) =>
  [...readFileSync(path, "utf8").matchAll(/\brefusal\(\s*"([a-z0-9_]+)"/g)].map(([, code = ""]) => ({ code, path })),
);

test("every refusal has words in both languages", () => {
  expect(declared.length).toBeGreaterThan(0);
  expect(declared.filter(({ code }) => !(code in en) || !(code in zh))).toEqual([]);
});

test("a refusal is declared once, and the words know no others", () => {
  const codes = declared.map(({ code }) => code);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  const wire = readFileSync("app/_trpc/use-act.ts", "utf8") + readFileSync("server/trpc/trpc.ts", "utf8");
  expect(Object.keys(en).filter((code) => !codes.includes(code) && !wire.includes(`"${code}"`))).toEqual([]);
});
