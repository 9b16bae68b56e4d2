/** The production build of the site, made once per change of its sources. */
import path from "node:path";
import { generate, hash, must, once, say } from "./lib.mjs";
import { at } from "./paths.mjs";
import { newSecrets } from "./settings.mjs";

const SOURCES = [
  "app",
  "server",
  "public",
  "prisma/schema",
  "next.config.ts",
  "proxy.ts",
  "instrumentation.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** A build needs no database and takes no secret along: every value here is a placeholder. */
const placeholders = () => ({
  ...newSecrets(),
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://unset",
  PUBLIC_URL: "http://localhost:3000",
  NEXTAUTH_URL: "http://localhost:3000",
  SMTP_URL: "smtp://127.0.0.1:1025",
  FILES_DIR: ".data/files",
});

export async function build(distDir, { signal, quiet = true } = {}) {
  await generate(signal);
  await once(path.join(at(distDir), ".stamp"), hash(...SOURCES), () => {
    say("building the site (once per change)");
    return must("next", ["build"], { env: { ...placeholders(), NEXT_DIST_DIR: distDir }, quiet, signal });
  });
}
