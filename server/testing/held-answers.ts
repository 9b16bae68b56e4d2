import { createServer, type IncomingMessage } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { env } from "#server/platform/env.ts";

type Hold = { readonly method: string; readonly path: RegExp; readonly answered: () => void };

/** A wire to sandbox Stripe on which an answer can be kept from whoever asked. */
export function wireToStripe() {
  const holds = new Set<Hold>();
  const asked: string[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url = "/" } = incoming;
    asked.push(`${method} ${url}`);
    const answer = await ask(incoming, method, url);
    const body = Buffer.from(await answer.arrayBuffer());
    const hold = [...holds].find((one) => one.method === method && one.path.test(url));
    if (hold) {
      holds.delete(hold);
      hold.answered();
      return;
    }
    const headers = [...answer.headers].filter(
      ([name]) => !/^(connection|transfer-encoding|content-length)$/.test(name),
    );
    outgoing.writeHead(answer.status, headers.flat()).end(body);
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: (): string => {
      const address = server.address();
      return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
    },
    /** Keeps the next answer to a request back for ever; comes back when Stripe has given it. */
    hold: (method: string, path: RegExp): Promise<void> =>
      new Promise((answered) => holds.add({ method, path, answered })),
    /** How often something was asked for. */
    asked: (method: string, path: RegExp): number =>
      asked.filter((line) => line.startsWith(`${method} `) && path.test(line.slice(method.length + 1))).length,
  };
}

async function ask(incoming: IncomingMessage, method: string, url: string): Promise<Response> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const kept = Object.entries(incoming.headers).filter(([name]) => !/^(host|connection|content-length)$/.test(name));
  const headers = kept.map(([name, value]): [string, string] => [name, String(value)]);
  const body = chunks.length > 0 ? Buffer.concat(chunks) : null;
  return fetch(new URL(url, env.STRIPE_API_BASE), { method, headers, body });
}
