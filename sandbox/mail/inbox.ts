/** The mails that arrived: kept in one SQLite file, the oldest dropped, and whoever waits for one told at once. */
import { EventEmitter, once } from "node:events";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";

const MESSAGES_KEPT = 1000;
const MESSAGES_LISTED = 200;

export type Arrived = {
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  attachments: { name: string; bytes: number }[];
};
export type Message = Arrived & { id: number; at: string };
export type Line = Pick<Message, "id" | "at" | "from" | "to" | "subject">;

export class Inbox {
  #db: DatabaseSync;
  #arrivals = new EventEmitter().setMaxListeners(0);

  constructor(file: string) {
    this.#db = new DatabaseSync(file);
    this.#db.exec(`
      pragma journal_mode = wal;
      create table if not exists message (
        id integer primary key autoincrement,
        at text not null, sender text not null, subject text not null, body text not null);
      create table if not exists recipient (
        address text not null,
        message integer not null references message on delete cascade,
        primary key (address, message)) without rowid;
      create index if not exists recipient_message on recipient (message);
    `);
  }

  add(arrived: Arrived): void {
    const insert = this.#db.prepare("insert into message (at, sender, subject, body) values (?, ?, ?, ?)");
    const address = this.#db.prepare("insert or ignore into recipient values (?, ?)");
    this.#db.exec("begin");
    const at = new Date().toISOString();
    const { lastInsertRowid: id } = insert.run(at, arrived.from, arrived.subject, JSON.stringify(arrived));
    for (const to of arrived.to) address.run(to.toLowerCase(), id);
    this.#db.prepare("delete from message where id <= ?").run(Number(id) - MESSAGES_KEPT);
    this.#db.exec("commit");
    this.#arrivals.emit("mail");
  }

  /** The newest mails first, all or one address's. */
  list(to = ""): Line[] {
    const some = to && "where id in (select message from recipient where address = ?)";
    const rows = this.#db
      .prepare(
        `select id, at, sender, subject, body ->> 'to' as recipients from message ${some} order by id desc limit ?`,
      )
      .all(...(to ? [to.toLowerCase()] : []), MESSAGES_LISTED);
    return rows.map((row) => ({
      id: Number(row.id),
      at: String(row.at),
      from: String(row.sender),
      to: JSON.parse(String(row.recipients)) as string[],
      subject: String(row.subject),
    }));
  }

  find(id: number): Message | null {
    return message(this.#db.prepare("select id, at, body from message where id = ?").get(id));
  }

  /** The first mail after a given one, waited for; null when none comes in time. */
  async next(to: string, after: number, limit: AbortSignal): Promise<Message | null> {
    const some = to && "and id in (select message from recipient where address = ?)";
    const query = this.#db.prepare(`select id, at, body from message where id > ? ${some} order by id limit 1`);
    while (!limit.aborted) {
      const found = message(query.get(after, ...(to ? [to.toLowerCase()] : [])));
      if (found) return found;
      await once(this.#arrivals, "mail", { signal: limit }).catch(() => {});
    }
    return null;
  }

  empty(): void {
    this.#db.exec("delete from message");
  }

  close(): void {
    this.#db.close();
  }
}

function message(row: Record<string, SQLOutputValue> | undefined): Message | null {
  if (!row) return null;
  return { ...(JSON.parse(String(row.body)) as Arrived), id: Number(row.id), at: String(row.at) };
}
