/** The checks of `npm test`: each answers how much passed and failed. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { generate, must, tool } from "./lib.mjs";
import { dataFolder } from "./paths.mjs";
import { newSecrets } from "./settings.mjs";
import { startWorld } from "./world.mjs";

const TEST_BUILD = ".data/next"; // its own, so that a running npm start keeps its

export const byDefault = ["biome", "types", "knip", "unit", "build", "e2e"];

export const checks = {
  biome: ({ signal }) => one(tool("biome", ["ci"], { signal })),
  types: async ({ signal }) => {
    await generate(signal);
    await must("next", ["typegen"], { quiet: true, signal });
    return one(tool("tsc", ["--noEmit"], { signal }));
  },
  knip: ({ signal }) => one(tool("knip", [], { signal })),
  unit,
  build: async ({ signal }) => {
    await build(TEST_BUILD, { signal });
    return { passed: 1, failed: 0 };
  },
  e2e: (how) => browser("journeys", how),
  shots: (how) => browser("shots", how),
};

const one = async (code) => ((await code) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

async function unit({ words, signal }) {
  await generate(signal);
  return withFolder(async (folder) => {
    const file = path.join(folder, "unit.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await tool("vitest", ["run", ...reporters, ...words], { signal });
    const { numPassedTests: passed, numFailedTests: failed } = report(file) ?? { numPassedTests: 0, numFailedTests: 0 };
    return { passed, failed: failed || (code === 0 ? 0 : 1) };
  });
}

/** Runs one of Playwright's projects against the built site, its worker and both sandboxes. */
async function browser(project, { words, signal }) {
  const chromium = await findChromium();
  await build(TEST_BUILD, { signal });
  return withFolder(async (folder) => {
    const world = await startWorld({
      dir: folder,
      postgresDir: path.join(folder, "pg"),
      durable: false,
      secrets: { ...newSecrets(), LOG_LEVEL: "warn" },
      distDir: TEST_BUILD,
      print: true,
      signal,
    });
    const dead = new AbortController();
    world.died.then((words) => dead.abort(new Error(words)));
    try {
      const file = path.join(folder, "browser.json");
      const env = {
        BASE_URL: world.url,
        STRIPE_API_BASE: world.stripeUrl,
        MAIL_URL: world.mailUrl,
        DATABASE_URL: world.databaseUrl,
        SHOTS_DIR: path.join(dataFolder, "shots"),
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      };
      const args = ["test", `--project=${project}`, "--reporter=list,json", ...words];
      const code = await tool("playwright", args, { env, signal: AbortSignal.any([signal, dead.signal]) });
      const { expected = 0, unexpected = 0, flaky = 0 } = report(file)?.stats ?? {};
      const failed = unexpected + flaky;
      return { passed: expected, failed: failed || (code === 0 ? 0 : 1) };
    } finally {
      await world.stop();
    }
  });
}

const report = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null);

async function withFolder(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lode-test-"));
  fs.chmodSync(folder, 0o755); // PostgreSQL's user must get through
  try {
    return await work(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
