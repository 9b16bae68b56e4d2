import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { POST } from "#app/api/stripe/[endpoint]/route.ts";
import { env } from "#server/platform/env.ts";
import { STRIPE_ENDPOINTS } from "#server/platform/stripe-signature.ts";

const SECRET = {
  platform: env.STRIPE_WEBHOOK_SECRET,
  connect: env.STRIPE_CONNECT_WEBHOOK_SECRET,
  v2: env.STRIPE_V2_WEBHOOK_SECRET,
};

/** Stands where the web process would stand: sandbox Stripe tells it what happens, the route's own door hears it. */
export async function openStripeDoor(): Promise<Server> {
  const door = createServer(async (incoming, outgoing) => {
    const endpoint = incoming.url?.slice(1) ?? "";
    const answer = await POST(await requestOf(incoming), { params: Promise.resolve({ endpoint }) });
    outgoing.writeHead(answer.status).end();
  });
  await new Promise<void>((ready) => door.listen(0, "127.0.0.1", ready));
  const { port } = door.address() as AddressInfo;
  for (const kind of STRIPE_ENDPOINTS)
    await pull("endpoints", { kind, secret: SECRET[kind], url: `http://127.0.0.1:${port}/${kind}` });
  return door;
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
