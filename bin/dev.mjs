#!/usr/bin/env node
/** npm run dev: the same as npm start, without a build, and following every change of the code. */
import { bootstrap } from "./lib.mjs";

await bootstrap(import.meta.filename);
const { serve } = await import("./serve.mjs");
await serve({ dev: true });
