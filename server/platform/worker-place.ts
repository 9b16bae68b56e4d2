import { Client } from "pg";
import { env } from "./env.ts";

/** Kinds of PostgreSQL's advisory locks: the door is held while a worker comes in, a place as long as its worker lives. */
const DOOR = 7_001;
const PLACE = 7_002;

/** A lock that nobody keeps belongs to the dead: a session's locks end with its process, however that ends. */
const FREE_THE_JOBS_OF_THE_DEAD = `
  select graphile_worker.force_unlock_workers(array_agg(name))
  from (select distinct locked_by as name from graphile_worker.jobs where locked_by is not null) holder
  where pg_try_advisory_xact_lock($1, hashtext(name))`;

/**
 * Lets a worker begin and marks it as living until its process ends. Jobs under way with workers that are dead are free
 * again before, so that they are done now and not when the queue gives their worker up after hours.
 */
export async function takePlace<Worker extends { readonly name: string }>(
  begin: () => Promise<Worker>,
  lost: (error: Error) => void,
): Promise<Worker> {
  const client = new Client({ connectionString: env.DATABASE_URL, keepAlive: true });
  client.on("error", lost);
  await client.connect();
  // One at a time: a worker that has begun and is not yet marked would look dead to the next.
  await client.query("select pg_advisory_lock($1, 0)", [DOOR]);
  await client.query(FREE_THE_JOBS_OF_THE_DEAD, [PLACE]);
  const worker = await begin();
  await client.query("select pg_advisory_lock($1, hashtext($2))", [PLACE, worker.name]);
  await client.query("select pg_advisory_unlock($1, 0)", [DOOR]);
  return worker;
}
