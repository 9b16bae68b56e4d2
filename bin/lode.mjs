#!/usr/bin/env node
/** npm run -s lode -- replay DIR: Lode's verbs from the command line, in a database of its own. */
import fs from "node:fs";
import path from "node:path";
import { alone } from "./alone.mjs";
import { bootstrap, explain, whenAsked } from "./lib.mjs";
import { dataFolder } from "./paths.mjs";

const USAGE = "npm run -s lode -- replay DIR     plays the funnel whose files lie in DIR";

await bootstrap(import.meta.filename);
const { keptSecrets } = await import("./settings.mjs");
const { startWorld } = await import("./world.mjs");
const [command, folder] = process.argv.slice(2);
if (command !== "replay" || !folder) end(USAGE);
if (!fs.existsSync(folder)) end(`There is no folder ${folder}.\n${USAGE}`);

const stop = new AbortController();
whenAsked(() => stop.abort());
const place = await alone();
try {
  const world = await startWorld({
    dir: path.join(dataFolder, "replay"),
    postgresDir: path.join(dataFolder, "pg"),
    database: "lode_replay",
    reset: true,
    own: {},
    secrets: keptSecrets(),
    play: ["bin/lode/main.ts", path.resolve(folder)],
    signal: stop.signal,
    onPid: place.add,
  });
  await world.stop();
} catch (error) {
  if (!stop.signal.aborted) console.error(`\n${explain(error)}\n`);
  process.exitCode = 1;
}
place.leave();

function end(message) {
  console.error(message);
  process.exit(1);
}
