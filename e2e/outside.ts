/** What lies outside the browser: the mail, Stripe, the clock and the books. */
import pg from "pg";

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

function address(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the journeys by npm test -- e2e`);
  return value;
}

/** The link in the next mail to somebody, waited for. */
export async function mailedLink(to: string, path: string): Promise<string> {
  for (let after = 0; ; ) {
    const answer = await fetch(`${address("MAIL_URL")}/next?${new URLSearchParams({ to, after: String(after) })}`);
    if (answer.status === 204) throw new Error(`no mail with a link to ${path} came to ${to}`);
    const mail = (await answer.json()) as { id: number; text: string };
    const link = mail.text.match(/https?:\/\/\S+/g)?.find((found) => new URL(found).pathname === path);
    if (link) return link;
    after = mail.id;
  }
}

/** One question to the database. */
export async function rows<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address("DATABASE_URL") });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function stripe<Answer>(path: string, body?: object): Promise<Answer> {
  const answer = await fetch(`${address("STRIPE_API_BASE")}/_emu/${path}`, {
    ...(body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`the sandbox refused ${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Lets days pass, for Lode and for Stripe; the worker then finds by itself what has become due. */
export const letDaysPass = (days: number): Promise<void> => letTimePass(days * DAY_MS);

/** Lets minutes pass. */
export const letMinutesPass = (minutes: number): Promise<void> => letTimePass(minutes * MINUTE_MS);

async function letTimePass(ms: number): Promise<void> {
  const [row] = await rows<{ offset_ms: string }>(
    `insert into clock_offset (id, offset_ms) values (1, $1)
     on conflict (id) do update set offset_ms = clock_offset.offset_ms + excluded.offset_ms returning offset_ms`,
    [ms],
  );
  await stripe("clock", { offset_ms: Number(row?.offset_ms) });
}

/** Lets it become ten in the morning of the next Tuesday, London time or so: nobody sleeps, every office is open. */
export async function letItBeTuesdayMorning(): Promise<void> {
  const [row] = await rows<{ offset_ms: string }>("select offset_ms from clock_offset");
  const now = new Date(Date.now() + Number(row?.offset_ms ?? 0));
  const morning = new Date(now);
  morning.setUTCHours(10, 0, 0, 0);
  while (morning <= now || morning.getUTCDay() !== 2) morning.setTime(morning.getTime() + DAY_MS);
  await letTimePass(morning.getTime() - now.getTime());
}

/** An object as the sandbox Stripe keeps it. */
export type StripeObject = { id: string; account: string } & Record<string, unknown>;

/** Everything of some kind that the sandbox Stripe holds. */
export async function stripeObjects(kind: string): Promise<StripeObject[]> {
  const { objects } = await stripe<{ objects: Record<string, StripeObject[]> }>("state");
  return objects[kind] ?? [];
}
