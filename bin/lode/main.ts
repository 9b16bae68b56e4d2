/** The replay's own process: its surroundings are ready when it starts. */
import { db } from "#server/platform/db.ts";
import { replay } from "./replay.ts";

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("which folder?");
await replay(folder);
await db.$disconnect();
process.exit(0);
