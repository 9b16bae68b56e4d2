#!/usr/bin/env node
/** npm run prisma -- migrate dev --name x: Prisma's own commands against this folder's database, without a network. */
import { bootstrap, tool, withDatabase } from "./lib.mjs";

await bootstrap(import.meta.filename);
const args = process.argv.slice(2);
const needsDatabase = ["migrate", "db", "studio"].includes(args[0]);
process.exit(
  needsDatabase
    ? await withDatabase("lode", ({ url }) => tool("prisma", args, { env: { DATABASE_URL: url } }))
    : await tool("prisma", args),
);
