/** Where things lie in this clone. */
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
export const at = (...parts) => path.join(root, ...parts);
/** What a run keeps: databases, secrets, files. Git-ignored. */
export const dataFolder = at(".data");
