import { Client } from "pg";
import { expect, test } from "vitest";
import { SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { feed, horizon } from "./feed.ts";
import { record } from "./record.ts";

const tell = (about: string, audience: string[]) =>
  inTransaction((tx) => record(tx, SYSTEM, { what: "thing.changed", about, audience }));

async function take(rows: AsyncGenerator<{ about: string; cursor: string }>, count: number) {
  const taken: { about: string; cursor: string }[] = [];
  while (taken.length < count) {
    const next = await rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

test("an open page hears what happens to its organisation and nothing else", async () => {
  const [mine, other] = [newId("org"), newId("org")];
  const stop = new AbortController();
  const rows = feed(mine, await horizon(), stop.signal);
  await tell("a", [mine]);
  await tell("b", [other]);
  await tell("c", [other, mine]);
  expect((await take(rows, 2)).map((r) => r.about)).toEqual(["a", "c"]);
  stop.abort();
});

test("a look is written down, and no page hears of it", async () => {
  const mine = newId("org");
  const stop = new AbortController();
  const rows = feed(mine, await horizon(), stop.signal);
  await inTransaction((tx) =>
    record(tx, SYSTEM, { what: "thing.looked_at", about: "look", audience: [mine], silent: true }),
  );
  await tell("a", [mine]);
  expect((await take(rows, 1)).map((r) => r.about)).toEqual(["a"]);
  expect(await db.event.count({ where: { about: "look" } })).toBe(1);
  stop.abort();
});

test("a page that comes back after a break is told what it missed, once", async () => {
  const mine = newId("org");
  const stop = new AbortController();
  const rows = feed(mine, await horizon(), stop.signal);
  await tell("a", [mine]);
  const [first] = await take(rows, 1);
  stop.abort();
  await tell("b", [mine]);
  await tell("c", [mine]);
  const again = new AbortController();
  const resumed = feed(mine, first?.cursor ?? null, again.signal);
  await tell("d", [mine]);
  expect((await take(resumed, 3)).map((r) => r.about)).toEqual(["b", "c", "d"]);
  again.abort();
});

test("a transaction that commits late is not skipped", async () => {
  const mine = newId("org");
  const stop = new AbortController();
  const rows = feed(mine, await horizon(), stop.signal);
  const slow = new Client({ connectionString: env.DATABASE_URL });
  await slow.connect();
  await slow.query("begin");
  await slow.query("insert into event (what, about, audience, at) values ('thing.changed', 'early', $1, now())", [
    [mine],
  ]);
  await tell("late", [mine]);
  const heard = take(rows, 2);
  await slow.query("commit");
  await slow.end();
  expect((await heard).map((r) => r.about).sort()).toEqual(["early", "late"]);
  stop.abort();
});

test("what happened stays written", async () => {
  await expect(db.$executeRaw`update event set what = 'x.y'`).rejects.toThrow(/append-only/);
  await expect(db.$executeRaw`delete from event`).rejects.toThrow(/append-only/);
});
