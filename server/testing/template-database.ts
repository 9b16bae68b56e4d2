import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "#sandbox/postgres.ts";

const MIGRATIONS = "prisma/migrations";

declare module "vitest" {
  export interface ProvidedContext {
    databaseServer: string;
    templateDatabase: string;
  }
}

/** One throw-away PostgreSQL for the run and one migrated database in it, from which every test file takes a copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), "lode-test-"));
  chmodSync(dir, 0o755);
  const template = `template_${randomUUID().replaceAll("-", "")}`;
  const postgres = await startPostgres({ dir: join(dir, "pg"), database: template, durable: false });
  await migrate(postgres.url);
  project.provide("databaseServer", new URL("/", postgres.url).href);
  project.provide("templateDatabase", template);
  return async () => {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

async function migrate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  for (const entry of readdirSync(MIGRATIONS, { withFileTypes: true }).filter((e) => e.isDirectory()))
    await client.query(readFileSync(join(MIGRATIONS, entry.name, "migration.sql"), "utf8"));
  await client.end();
  await runMigrations({ connectionString: url, logger: new Logger(() => () => undefined) });
}
