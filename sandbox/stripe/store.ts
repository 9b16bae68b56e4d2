import { DatabaseSync } from "node:sqlite";
import type { Kind, Kinds } from "./kinds.ts";

const TABLES = `
  pragma journal_mode = wal;
  pragma synchronous = normal;
  create table if not exists object (
    seq integer primary key autoincrement,
    id text not null unique,
    kind text not null,
    account text not null,
    body text not null,
    aside text not null
  );
  create index if not exists object_by_kind on object (kind, account, seq);
  create index if not exists object_by_intent on object (kind, json_extract(body, '$.payment_intent'));
  create index if not exists object_by_charge on object (kind, json_extract(body, '$.charge'));
  create index if not exists object_by_group on object (kind, json_extract(body, '$.transfer_group'));
  create index if not exists object_by_customer on object (kind, json_extract(body, '$.customer'));
  create index if not exists object_by_transfer on object (kind, json_extract(body, '$.transfer'));
  create index if not exists object_by_origin on object (kind, json_extract(body, '$.source_transaction'));
  create table if not exists setting (name text primary key, value text not null);
  create table if not exists task (
    seq integer primary key autoincrement, kind text not null, subject text not null, account text not null, due_ms integer not null
  );
  create index if not exists task_by_due on task (due_ms);
  create table if not exists delivery (
    seq integer primary key autoincrement,
    event text not null,
    endpoint text not null,
    state text not null,
    attempts integer not null default 0,
    due_ms integer not null,
    answer text
  );
  create index if not exists delivery_by_state on delivery (state, due_ms);
  create index if not exists delivery_by_event on delivery (event);
  create table if not exists idempotency (
    account text not null,
    key text not null,
    route text not null,
    digest text not null,
    state text not null,
    status integer,
    body text,
    request text not null,
    made_ms integer not null,
    primary key (account, key)
  );
`;

/** What is known of an object beside what Stripe shows of it. */
type Aside = { [name: string]: unknown };

/** Which kept objects a list asks for: fields by their path in the object, in the order they were made. */
export interface Where {
  account?: string;
  fields?: { [path: string]: string | number | boolean | undefined };
  created?: { gt?: number; gte?: number; lt?: number; lte?: number } | undefined;
  before?: number | undefined;
  after?: number | undefined;
  oldestFirst?: boolean;
  limit?: number;
}

/** Where the sandbox's state lives: one SQLite file, or memory. */
export type Store = ReturnType<typeof openStore>;

/** Opens the state kept in a file, or a fresh one in memory. */
export function openStore(file: string | undefined) {
  const db = new DatabaseSync(file ?? ":memory:");
  db.exec(TABLES);
  return { ...objects(db), ...settings(db), ...transactions(db), db, close: () => db.close() };
}

function objects(db: DatabaseSync) {
  const one = db.prepare("select body from object where id = ? and kind = ? and account = ?");
  const anywhere = db.prepare("select body from object where id = ? and kind = ?");
  const place = db.prepare("select seq, account, aside from object where id = ?");
  const insert = db.prepare("insert into object (id, kind, account, body, aside) values (?, ?, ?, ?, ?)");
  const update = db.prepare("update object set body = ? where id = ?");
  const remember = db.prepare("update object set aside = ? where id = ?");
  const remove = db.prepare("delete from object where id = ?");
  return {
    find<K extends Kind>(kind: K, id: string, account?: string): Kinds[K] | undefined {
      const row = account === undefined ? anywhere.get(id, kind) : one.get(id, kind, account);
      return row ? (JSON.parse(String(row.body)) as Kinds[K]) : undefined;
    },
    place(id: string): { seq: number; account: string; aside: Aside } | undefined {
      const row = place.get(id);
      if (!row) return undefined;
      return { seq: Number(row.seq), account: String(row.account), aside: JSON.parse(String(row.aside)) as Aside };
    },
    add<K extends Kind>(kind: K, object: Kinds[K], account: string, aside: Aside = {}): Kinds[K] {
      insert.run(object.id, kind, account, JSON.stringify(object), JSON.stringify(aside));
      return object;
    },
    save<T extends { id: string }>(object: T): T {
      update.run(JSON.stringify(object), object.id);
      return object;
    },
    remember(id: string, patch: Aside): void {
      const row = place.get(id);
      if (row) remember.run(JSON.stringify({ ...(JSON.parse(String(row.aside)) as Aside), ...patch }), id);
    },
    remove(id: string): void {
      remove.run(id);
    },
    list<K extends Kind>(kind: K, where: Where = {}): Kinds[K][] {
      const { sql, values } = query(kind, where);
      return db
        .prepare(sql)
        .all(...values)
        .map((row) => JSON.parse(String(row.body)) as Kinds[K]);
    },
  };
}

function query(kind: Kind, where: Where): { sql: string; values: (string | number)[] } {
  const terms = ["kind = ?"];
  const values: (string | number)[] = [kind];
  const term = (sql: string, value: string | number | undefined) => {
    if (value === undefined) return;
    terms.push(sql);
    values.push(value);
  };
  term("account = ?", where.account);
  for (const [path, value] of Object.entries(where.fields ?? {})) {
    term(`json_extract(body, '$.${path}') = ?`, typeof value === "boolean" ? Number(value) : value);
  }
  term("json_extract(body, '$.created') > ?", where.created?.gt);
  term("json_extract(body, '$.created') >= ?", where.created?.gte);
  term("json_extract(body, '$.created') < ?", where.created?.lt);
  term("json_extract(body, '$.created') <= ?", where.created?.lte);
  term("seq < ?", where.before);
  term("seq > ?", where.after);
  const order = where.oldestFirst ? "asc" : "desc";
  const limit = where.limit === undefined ? "" : ` limit ${where.limit}`;
  return { sql: `select body from object where ${terms.join(" and ")} order by seq ${order}${limit}`, values };
}

function settings(db: DatabaseSync) {
  const read = db.prepare("select value from setting where name = ?");
  const write = db.prepare(
    "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
  );
  return {
    setting(name: string): string | undefined {
      const row = read.get(name);
      return row ? String(row.value) : undefined;
    },
    set(name: string, value: string): void {
      write.run(name, value);
    },
  };
}

function transactions(db: DatabaseSync) {
  return {
    /** Does all of `work` or, when it throws, none of it. */
    atomically<T>(work: () => T): T {
      db.exec("begin immediate");
      try {
        const result = work();
        db.exec("commit");
        return result;
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
    },
    /** As `atomically`, inside a transaction: `keep` says which errors leave what was done in place. */
    attempt<T>(work: () => T, keep: (error: unknown) => boolean): T {
      db.exec("savepoint attempt");
      try {
        const result = work();
        db.exec("release attempt");
        return result;
      } catch (error) {
        if (!keep(error)) db.exec("rollback to attempt");
        db.exec("release attempt");
        throw error;
      }
    },
  };
}
