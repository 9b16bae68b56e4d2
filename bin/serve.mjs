/** Runs Lode at this terminal until Ctrl-C, or until one of its parts dies. */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { alone } from "./alone.mjs";
import { build } from "./build.mjs";
import { explain, whenAsked } from "./lib.mjs";
import { at, dataFolder } from "./paths.mjs";
import { keptSecrets, settings } from "./settings.mjs";
import { startWorld } from "./world.mjs";

const DATA_NAME = /^[a-z][a-z0-9_]{0,30}$/;
const RESERVED = ["pg", "files", "shots", "next"];

export async function serve({ dev }) {
  const began = Date.now();
  const end = new AbortController();
  whenAsked(() => end.abort());
  const { signal } = end;
  let place;
  let world;
  let failure;
  try {
    const own = settings();
    const wish = wishes(own);
    place = await alone();
    if (!dev) await build(".next", { signal });
    world = await startWorld({
      ...wish,
      own,
      secrets: keptSecrets(),
      dev,
      usualPorts: true,
      print: true,
      signal,
      onPid: place.add,
    });
    announce(world, Date.now() - began);
    failure = await Promise.race([
      world.died,
      new Promise((resolve) => signal.addEventListener("abort", () => resolve())),
    ]);
  } catch (error) {
    if (!signal.aborted) failure = error;
  }
  if (failure) console.error(`\n${explain(failure)}\n`);
  await world?.stop();
  place?.leave();
  process.exit(failure ? 1 : 0);
}

/** What the command line and the environment ask for. */
function wishes({ PORT, DATABASE_URL }) {
  const { values } = parseArgs({ options: { data: { type: "string" }, reset: { type: "boolean" } } });
  const { data, reset = false } = values;
  if (data && (!DATA_NAME.test(data) || RESERVED.includes(data))) {
    throw new Error(`--data takes a name of small letters, digits and underscores, and not ${RESERVED.join(", ")}.`);
  }
  if ((data || reset) && DATABASE_URL)
    throw new Error("--data and --reset are for the embedded database: unset DATABASE_URL.");
  return {
    dir: data ? path.join(dataFolder, data) : dataFolder,
    postgresDir: path.join(dataFolder, "pg"),
    database: data ? `lode_${data}` : "lode",
    reset,
    ...(PORT && { port: Number(PORT) }),
  };
}

function announce({ url, mailUrl, stripeUrl }, tookMs) {
  const lines = [`\n  Lode is ready (${(tookMs / 1000).toFixed(1)} s):  ${url}`];
  if (mailUrl) lines.push(`  Mail it sends:          ${mailUrl}`);
  const file = at("prisma", "demo-accounts.json");
  if (stripeUrl && fs.existsSync(file)) {
    lines.push("\n  Sign in as");
    for (const { email, password, name, role, organisation } of JSON.parse(fs.readFileSync(file, "utf8"))) {
      lines.push(`    ${email.padEnd(32)} ${password.padEnd(16)} ${name}, ${role}, ${organisation}`);
    }
  }
  console.log(`${lines.join("\n")}\n\n  Ctrl-C stops everything.\n`);
}
