#!/usr/bin/env node
/** npm start: from a fresh clone to a running Lode. Imports nothing but Node's own until the packages are there. */
import { bootstrap } from "./lib.mjs";

await bootstrap(import.meta.filename);
const { serve } = await import("./serve.mjs");
await serve({ dev: false });
