import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const DIFF = ["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma/schema", "--script"];

test("the migrations make the schema, and nothing is left to migrate", () => {
  const said = execFileSync(process.execPath, ["bin/prisma.mjs", ...DIFF], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(said.replace(/^--.*$/gm, "").trim()).toBe("");
});
