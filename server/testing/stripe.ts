import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { POST } from "#app/api/stripe/[endpoint]/route.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";
import { STRIPE_ENDPOINTS } from "#server/platform/stripe-signature.ts";
import { doAllJobs } from "./jobs.ts";

const SECRET = {
  platform: env.STRIPE_WEBHOOK_SECRET,
  connect: env.STRIPE_CONNECT_WEBHOOK_SECRET,
  v2: env.STRIPE_V2_WEBHOOK_SECRET,
};

/** Lets this file's sandbox Stripe tell Lode what happens, through the route's own door. */
export function hearSandboxStripe(): void {
  const door = createServer(async (incoming, outgoing) => {
    const endpoint = incoming.url?.slice(1) ?? "";
    const answer = await POST(await requestOf(incoming), { params: Promise.resolve({ endpoint }) });
    outgoing.writeHead(answer.status).end();
  });
  beforeAll(async () => {
    await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
    const address = door.address();
    const port = typeof address === "object" && address ? address.port : 0;
    for (const kind of STRIPE_ENDPOINTS)
      await pull("endpoints", { kind, secret: SECRET[kind], url: `http://127.0.0.1:${port}/${kind}` });
  });
  afterAll(() => {
    door.closeAllConnections();
    door.close();
  });
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const signature = incoming.headers["stripe-signature"];
  const headers = typeof signature === "string" ? { "stripe-signature": signature } : {};
  return new Request(`http://127.0.0.1${incoming.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
}

/** Pulls one of the sandbox's levers. */
export async function pull<Answer>(lever: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_emu/${lever}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the sandbox refused ${lever}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Orders a misbehaviour for the next request that matches. */
export const fault = (action: string, method: string, path: string, nth = 1): Promise<unknown> =>
  pull("faults", { match: { method, path, nth }, action });

/** Does what is asked for on both sides, until neither has anything to do. Jobs that failed do not wait for their next time. */
export async function settleDown(): Promise<void> {
  for (let quiet = false; !quiet; ) {
    await doAllJobs();
    const { effects, delivered } = await pull<{ effects: number; delivered: number }>("drain");
    quiet = effects + delivered === 0 && (await hurryJobs()) === 0;
  }
}

/** Failed jobs are tried again now instead of after their backoff; those that failed often stay where they are. */
const MOST_TRIES = 5;
async function hurryJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    with late as (select array_agg(id) as ids from graphile_worker.jobs where attempts < ${MOST_TRIES}::int)
    select count(*)::int as waiting from late, lateral graphile_worker.reschedule_jobs(late.ids, run_at => now())`;
  return row?.waiting ?? 0;
}

/** Lets time pass, at Stripe's too. */
export async function passTime(ms: number): Promise<Date> {
  const instant = new Date((await clock.now()).getTime() + ms);
  await inTransaction((tx) => clock.moveTo(tx, instant));
  await pull("clock", { offset_ms: instant.getTime() - Date.now() });
  return instant;
}

/** What the sandbox keeps of a kind of object, as it was created. */
export async function kept<Thing>(kind: string): Promise<Thing[]> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_emu/state`);
  const { objects } = (await answer.json()) as { objects: Record<string, Thing[] | undefined> };
  return objects[kind] ?? [];
}
