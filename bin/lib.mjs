/** What every command begins with: install, the pinned Node, tools with their environment, a database. Plain Node ≥ 20.11. */
import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { at, dataFolder, root } from "./paths.mjs";

const windows = process.platform === "win32";
const OLDEST_NODE = [20, 11];
const PARENT_MS = 250;
const TYPESCRIPT_NODE = [24, 7]; // runs .ts files as they are, and knows argon2

const olderThan = ([major, minor]) => {
  const [ownMajor, ownMinor] = process.versions.node.split(".").map(Number);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
};

export const say = (message) => console.log(`\u001b[36m▸\u001b[0m ${message}`);

/** One short hash of the names and contents of files and folders. */
export function hash(...names) {
  const sum = crypto.createHash("sha256");
  const add = (file) => {
    if (!fs.existsSync(file)) return;
    if (!fs.statSync(file).isDirectory()) {
      sum.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file));
      return;
    }
    for (const name of fs.readdirSync(file).sort()) if (!IGNORED.test(name)) add(path.join(file, name));
  };
  for (const name of names) add(at(name));
  return sum.digest("hex");
}
const IGNORED = /^(generated|node_modules)$|\.test\.tsx?$/;

/** Does the work when the key differs from the one which the last finished work left in the stamp. */
export async function once(stamp, key, work) {
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === key) return;
  fs.rmSync(stamp, { force: true });
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, key);
}

/** Installs what package-lock.json says, then goes on under the Node that package.json pins. */
export async function bootstrap(command) {
  if (olderThan(OLDEST_NODE))
    fail(`Node ${OLDEST_NODE.join(".")} or newer is needed to begin; this is ${process.version}.`);
  if (!installed()) install();
  const folder = `node-${windows ? "win" : process.platform}-${process.arch}`;
  const pinned = at("node_modules", folder, "bin", windows ? "node.exe" : "node");
  if (!fs.existsSync(pinned)) {
    if (olderThan(TYPESCRIPT_NODE))
      fail(`Node ${TYPESCRIPT_NODE.join(".")} or newer is needed here; this is ${process.version}.`);
  } else if (fs.realpathSync(pinned) !== fs.realpathSync(process.execPath)) {
    const child = spawn(pinned, [command, ...process.argv.slice(2)], { stdio: "inherit" });
    whenAsked(() => child.kill("SIGTERM"));
    process.exit(await new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1))));
  }
}

/** Calls back when a person or a program wants this command to end. */
export function whenAsked(end) {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);
  const parent = process.ppid;
  // npm hands a signal to the shell between it and us, and that shell dies without a word
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || end(), PARENT_MS).unref();
}

/** Whether node_modules holds what package-lock.json says; npm keeps its own account of that there. */
function installed() {
  const account = at("node_modules", ".package-lock.json");
  if (!fs.existsSync(account)) return false;
  const packages = (file) => JSON.parse(fs.readFileSync(file, "utf8")).packages;
  const have = packages(account);
  return Object.entries(packages(at("package-lock.json"))).every(
    ([name, { version, optional }]) => name === "" || (have[name] ? have[name].version === version : optional),
  );
}

function install() {
  say("installing packages (once)");
  const npm = process.env.npm_execpath?.endsWith(".js")
    ? [process.env.npm_node_execpath ?? process.execPath, process.env.npm_execpath]
    : [windows ? "npm.cmd" : "npm"];
  const flags = ["--no-audit", "--no-fund", "--include=dev", "--include=optional", "--loglevel=error"];
  const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: "1", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  for (const way of [["ci"], ["install", "--no-save"]]) {
    const [file, ...before] = npm;
    const done = spawnSync(file, [...before, ...way, ...flags], { cwd: root, stdio: "inherit", shell: windows, env });
    if (done.status === 0) return;
    if (done.signal) process.exit(130);
    if (way[0] === "ci") say("npm ci refused the lock file here; npm install takes over");
  }
  fail("The packages could not be installed; npm says above why.");
}

/** The environment in which tools and the application's own processes run. */
export const toolEnv = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: at("node_modules", ".bin") + path.delimiter + process.env.PATH,
  NEXT_TELEMETRY_DISABLED: "1",
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
  PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? at("bin", "schema-engine.mjs"),
});

const TOOLS = {
  biome: "@biomejs/biome/bin/biome",
  knip: "knip/bin/knip.js",
  next: "next/dist/bin/next",
  playwright: "@playwright/test/cli.js",
  prisma: "prisma/build/index.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
};

/** The arguments that run a package's tool, or a file of ours, under this very Node. */
export const program = (name) => (TOOLS[name] ? at("node_modules", TOOLS[name]) : at(name));

/** Runs a tool to its end; answers its exit code and, of a quiet one, what it said. */
function run(name, args, { env, quiet = false, signal } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(process.execPath, [program(name), ...args], { cwd: root, stdio, env: toolEnv(env), signal });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (said += data));
    child.once("error", (error) => reject(error.cause ?? error)); // the cause: why it was aborted
    child.once("close", (code) => resolve({ code: code ?? 1, said }));
  });
}

/** Runs a tool in front of the person and answers its exit code. */
export const tool = async (name, args, options) => (await run(name, args, options)).code;

/** Runs a tool that must succeed. */
export async function must(name, args, options) {
  const { code, said } = await run(name, args, options);
  if (code !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${code}.\n${said}`);
}

/** Generates Prisma's client, once per schema. */
export const generate = (signal) =>
  once(at("prisma", "generated", ".stamp"), hash("prisma/schema", "prisma.config.ts", "package-lock.json"), () => {
    say("generating the database client");
    return must("prisma", ["generate"], { quiet: true, signal });
  });

/** Does work with a database of the embedded PostgreSQL, or with the one that DATABASE_URL names. */
export async function withDatabase(name, work) {
  const { settings } = await import("./settings.mjs");
  const own = settings().DATABASE_URL;
  if (own) return work({ url: own });
  const { startPostgres } = await import("../sandbox/postgres.ts");
  const database = await startPostgres({ dir: path.join(dataFolder, "pg"), database: name });
  process.on("SIGINT", () => {}); // Ctrl-C ends the work, which shares the terminal; then the database stops
  try {
    return await work({ url: database.url });
  } finally {
    await database.stop();
  }
}

/** Ends the command with a message. */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** An error in words for the person at the terminal. */
export function explain(error) {
  const text = error instanceof Error ? error.message : String(error);
  const full = error?.code === "ENOSPC" || /ENOSPC|no space left on device|could not extend file/i.test(text);
  return full ? `The disk is full: free some space and start again.\n${text}` : text;
}
