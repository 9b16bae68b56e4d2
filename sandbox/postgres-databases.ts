/** The databases of an embedded PostgreSQL: waiting until it answers, making one, dropping one. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export const PASSWORD = "postgres";
const ANSWER_LIMIT_MS = 60_000;

/** The address of a database on a server that may still be starting; makes the database if it is missing. */
export async function openDatabase(port: number, database: string, lives: () => boolean): Promise<string> {
  for (const until = Date.now() + ANSWER_LIMIT_MS; ; await sleep(60)) {
    if (!lives()) throw new Error("its process ended");
    try {
      await ask(port, async (client) => {
        const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [database]);
        if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)}`);
      });
      return `postgresql://postgres:${PASSWORD}@127.0.0.1:${port}/${database}`;
    } catch (error) {
      if (Date.now() > until || (error as { code?: string }).code === DISK_FULL) throw error;
    }
  }
}

const DISK_FULL = "53100";

/** Removes a database of the embedded server, whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const { port, pathname } = new URL(url);
  const name = pg.escapeIdentifier(decodeURIComponent(pathname.slice(1)));
  await ask(Number(port), (client) => client.query(`drop database if exists ${name} with (force)`));
}

async function ask(port: number, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const where = { host: "127.0.0.1", port, user: "postgres", password: PASSWORD, database: "postgres" };
  const client = new pg.Client({ ...where, connectionTimeoutMillis: 3000 });
  client.on("error", () => {}); // a server that stops meanwhile: the query in progress says so
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
