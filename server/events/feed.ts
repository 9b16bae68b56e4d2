import { EventEmitter, on } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "#server/platform/db.ts";
import { errorFacts, log } from "#server/platform/log.ts";
import { MAX_MISSED_EVENTS, type Told } from "./event.ts";

const POLL_MS = 40;
const BATCH = 500;

type Row = Told & { readonly cursor: string; readonly audience: string[] };

/** One reader per process: it follows the event table and passes each row to the open pages of its audience. */
class Reader {
  readonly #listeners = new EventEmitter().setMaxListeners(0);
  #started: Promise<void> | null = null;
  #cursor = "";

  /** Registers at once; resolves when every later row is sure to be heard. */
  async listen(organisationId: string, signal: AbortSignal): Promise<AsyncIterable<Row[]>> {
    const heard = on(this.#listeners, organisationId, { signal }) as AsyncIterable<Row[]>;
    this.#started ??= this.#start();
    await this.#started;
    return heard;
  }

  async #start(): Promise<void> {
    this.#cursor = await horizon();
    void this.#follow();
  }

  async #follow(): Promise<void> {
    while (this.#listeners.eventNames().length > 0) {
      await sleep(POLL_MS);
      try {
        for (const row of await rowsAfter(this.#cursor, null)) {
          this.#cursor = row.cursor;
          for (const organisationId of row.audience) this.#listeners.emit(organisationId, row);
        }
      } catch (error) {
        log.warn("the feed could not read events", errorFacts(error));
      }
    }
    this.#started = null;
  }
}

const kept = globalThis as unknown as { lodeFeed?: Reader };
kept.lodeFeed ??= new Reader();
const reader = kept.lodeFeed;

/**
 * What happens for an organisation, from a cursor on, until the signal. What was missed comes first; nothing is
 * skipped, and nothing comes twice: a row is passed on only when its cursor is beyond the last.
 */
export async function* feed(organisationId: string, after: string | null, signal: AbortSignal): AsyncGenerator<Row> {
  let last = after ?? (await horizon());
  try {
    const live = await reader.listen(organisationId, signal);
    for (const row of await rowsAfter(last, organisationId, MAX_MISSED_EVENTS)) {
      last = row.cursor;
      yield row;
    }
    for await (const [row] of live) {
      if (!row || !isBeyond(row.cursor, last)) continue;
      last = row.cursor;
      yield row;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The cursor before anything that is still to be committed. A page that was rendered after it misses nothing. */
export async function horizon(): Promise<string> {
  const [row] = await db.$queryRaw<{ xmin: string }[]>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`;
  return `${BigInt(row?.xmin ?? 0) - 1n}.999999999999999999`;
}

/** Rows of ended transactions only (`xid < xmin`), so that a late commit is never behind the cursor. */
function rowsAfter(cursor: string, organisationId: string | null, limit = BATCH): Promise<Row[]> {
  const [xid = "0", seq = "0"] = cursor.split(".");
  return db.$queryRaw<Row[]>`
    select xid::text || '.' || seq as cursor, what, about, audience from event
    where (xid, seq) > (${xid}::text::xid8, ${BigInt(seq)}) and xid < pg_snapshot_xmin(pg_current_snapshot())
      and (${organisationId}::text is null or ${organisationId} = any (audience))
    order by xid, seq limit ${limit}`;
}

function isBeyond(cursor: string, last: string): boolean {
  const [xid = "0", seq = "0"] = cursor.split(".");
  const [lastXid = "0", lastSeq = "0"] = last.split(".");
  return BigInt(xid) === BigInt(lastXid) ? BigInt(seq) > BigInt(lastSeq) : BigInt(xid) > BigInt(lastXid);
}
