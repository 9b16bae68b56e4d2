import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { POST } from "#app/api/stripe/[endpoint]/route.ts";
import { jobs, sweeps } from "#server/jobs.ts";
import { clock } from "#server/platform/clock.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { env } from "#server/platform/env.ts";

const CONCURRENCY = 4;
const POLL_MS = 50;
const LOOK_AGAIN_MS = 5;
const SECRETS = {
  platform: env.STRIPE_WEBHOOK_SECRET,
  connect: env.STRIPE_CONNECT_WEBHOOK_SECRET,
  v2: env.STRIPE_V2_WEBHOOK_SECRET,
};

/** Nobody in a played town reads mail: telling somebody is the one thing that is not done. */
const unread: TaskList = Object.fromEntries(
  Object.entries(jobs).map(([name, work]) => [name, name.endsWith(".tell") ? async () => undefined : work]),
);

/** Lode without its web process, on a clock that its director moves: for towns that are played through in a minute. */
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** Sets the clock to an instant, Stripe's included, and begins to do jobs and take webhooks. */
export async function openStage(begin: Date) {
  const server = await listen();
  const { port } = server.address() as AddressInfo;
  await setClock(begin);
  for (const [kind, secret] of Object.entries(SECRETS))
    await pull("endpoints", { kind, secret, url: `http://127.0.0.1:${port}/${kind}` });
  const runner = await run({
    connectionString: env.DATABASE_URL,
    taskList: unread,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  });
  return {
    settle,
    /** Lets time pass: every clock that runs out on the way is looked at, and what follows from it is done. */
    async moveTo(instant: Date): Promise<void> {
      await setClock(instant);
      for (const sweep of Object.values(sweeps)) await sweep(instant);
      await settle();
    },
    close: () => close(runner, server),
  };
}

/** Waits until no job is due and Stripe has nothing more to tell. */
async function settle(): Promise<void> {
  for (let quiet = false; !quiet; ) {
    await jobsAreDone();
    const { effects, delivered } = await pull<{ effects: number; delivered: number }>("drain", {});
    quiet = effects + delivered === 0 && (await dueJobs()) === 0;
  }
}

async function jobsAreDone(): Promise<void> {
  while ((await dueJobs()) > 0) await sleep(LOOK_AGAIN_MS);
}

async function dueJobs(): Promise<number> {
  const [row] = await db.$queryRaw<{ due: number }[]>`
    select count(*)::int as due from graphile_worker.jobs where run_at <= now() and attempts < max_attempts`;
  return row?.due ?? 0;
}

async function setClock(instant: Date): Promise<void> {
  await inTransaction((tx) => clock.moveTo(tx, instant));
  await pull("clock", { offset_ms: instant.getTime() - Date.now() });
}

/** Pulls one of the sandbox's levers. */
async function pull<Answer>(lever: string, body: object): Promise<Answer> {
  const answer = await fetch(`${env.STRIPE_API_BASE}/_emu/${lever}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`the sandbox refused ${lever}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** Stands where the web process would stand: hands each webhook to the route's own door. */
async function listen(): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const endpoint = incoming.url?.slice(1) ?? "";
    const answer = await POST(await requestOf(incoming), { params: Promise.resolve({ endpoint }) });
    outgoing.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
}

async function requestOf(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Request(`http://127.0.0.1${incoming.url}`, { method: "POST", headers, body: Buffer.concat(chunks) });
}

async function close(runner: Runner, server: Server): Promise<void> {
  await runner.stop();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}
