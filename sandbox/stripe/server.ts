import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answer, type Incoming, type Outgoing } from "./answer.ts";
import { doors, routes } from "./api.ts";
import { type Levers, pull } from "./control.ts";
import { openDoor } from "./doors.ts";
import { openFaults } from "./faults.ts";
import { type Fields, readForm } from "./form.ts";
import { releaseInFlight } from "./idempotency.ts";
import { notice } from "./pages/layout.ts";
import { Refusal } from "./refusal.ts";
import { openStore } from "./store.ts";
import { openCourier } from "./webhooks.ts";
import { openWorker } from "./worker.ts";

const MOST_BYTES = 1_000_000;

/** How a sandbox is started. */
export interface StripeOptions {
  /** 0 or nothing takes any free port. */
  port?: number;
  /** Where the state is kept; in memory when absent. */
  file?: string;
  /** Do delayed effects and deliveries by itself (the default), or only when drained. */
  auto?: boolean;
  /** Told of every answer of the API, for those who check them. */
  onAnswer?: (method: string, path: string, status: number, body: string) => void;
}

/** A sandbox that is running. */
export interface RunningStripe {
  url: string;
  port: number;
  stop(): Promise<void>;
}

interface Running extends Levers {
  onAnswer: StripeOptions["onAnswer"];
}

/** Starts a stand-in for Stripe on this machine. */
export async function startStripe(options: StripeOptions): Promise<RunningStripe> {
  const store = openStore(options.file);
  releaseInFlight(store);
  let address = "";
  const url = () => address;
  const courier = openCourier(store, url);
  const faults = openFaults();
  const server = createServer((request, response) => {
    serve(running, request, response).catch((error: unknown) => fail(response, error));
  });
  const port = await listen(server, options.port ?? 0).catch((error: unknown) => {
    store.close();
    throw error;
  });
  address = `http://127.0.0.1:${port}`;
  const worker = openWorker(store, courier, url, options.auto ?? true);
  const running: Running = { store, faults, courier, worker, url, onAnswer: options.onAnswer };
  return {
    url: address,
    port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, worker.close()]);
      store.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is already taken.`) : error);
    });
    server.listen(port, "127.0.0.1", () => {
      const taken = server.address();
      resolve(typeof taken === "object" && taken ? taken.port : port);
    });
  });
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const incoming = await read(request);
  if (incoming.path.startsWith("/_emu/")) return serveLever(running, incoming, response);
  if (/^\/v[12]\//.test(incoming.path)) return serveApi(running, incoming, response);
  servePage(running, incoming, response);
}

async function read(request: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("The request is too large.");
    chunks.push(chunk);
  }
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const headers: Incoming["headers"] = {};
  for (const [name, value] of Object.entries(request.headers)) headers[name] = Array.isArray(value) ? value[0] : value;
  return { method: request.method ?? "GET", path, query, headers, body: Buffer.concat(chunks).toString("utf8") };
}

async function serveApi(running: Running, incoming: Incoming, response: ServerResponse): Promise<void> {
  const outgoing = await answer({ ...running, routes }, incoming);
  if (outgoing.body !== "") running.onAnswer?.(incoming.method, incoming.path, outgoing.status, outgoing.body);
  if (outgoing.mistreatment === "webhook_before_response") await running.worker.drain();
  send(response, outgoing);
}

function send(response: ServerResponse, { status, headers, body, mistreatment }: Outgoing): void {
  if (mistreatment === "drop_before" || mistreatment === "drop_after_commit") {
    response.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  if (mistreatment !== "truncate_body") {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

async function serveLever(running: Running, incoming: Incoming, response: ServerResponse): Promise<void> {
  try {
    const body = incoming.body === "" ? {} : (JSON.parse(incoming.body) as Fields);
    const pulled = await pull(running, incoming.method, incoming.path, body);
    sendJson(response, pulled ? 200 : 404, pulled ?? { error: { message: `No lever ${incoming.path}` } });
  } catch (error) {
    if (!(error instanceof Refusal) && !(error instanceof SyntaxError)) throw error;
    sendJson(response, error instanceof Refusal ? error.status : 400, { error: { message: error.message } });
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function servePage(running: Running, incoming: Incoming, response: ServerResponse): void {
  try {
    const form = readForm(incoming.body);
    const shown = openDoor(running.store, running.url(), doors, incoming.method, incoming.path, form);
    if (shown && "to" in shown) {
      response.writeHead(303, { location: shown.to }).end();
      return;
    }
    sendPage(response, shown?.status ?? (shown ? 200 : 404), shown?.html ?? notFound());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendPage(response, error.status, notice("This does not work", error.message));
  }
}

function notFound(): string {
  return notice("There is nothing here", "This address is not known.");
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  });
  response.end(html);
}

/** A fault of the sandbox itself, never one of Stripe's: it is said aloud, because a test has to notice. */
function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  sendJson(response, 500, { error: { type: "api_error", message: `The sandbox itself failed: ${message}` } });
}
