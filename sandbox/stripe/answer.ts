import { randomBytes } from "node:crypto";
import { expand } from "./expand.ts";
import { type Faults, type Mistreatment, slowMs } from "./faults.ts";
import { type Fields, readForm } from "./form.ts";
import { claimKey, keepAnswer, releaseKey } from "./idempotency.ts";
import { invalid, Refusal } from "./refusal.ts";
import { type Act, findRoute, type Route } from "./router.ts";
import type { Store } from "./store.ts";
import { API_VERSION, openWorld, PLATFORM } from "./world.ts";

/** A request as it came over the wire. */
export interface Incoming {
  method: string;
  path: string;
  query: string;
  headers: { [name: string]: string | undefined };
  body: string;
}

/** What goes back, and how badly. */
export interface Outgoing {
  status: number;
  headers: Record<string, string>;
  body: string;
  mistreatment: Mistreatment;
}

/** What an answer is made from. */
interface Desk {
  store: Store;
  routes: readonly Route[];
  faults: Faults;
  url: () => string;
}

/** Answers one request to Stripe's API. */
export async function answer(desk: Desk, incoming: Incoming): Promise<Outgoing> {
  const request = `req_${randomBytes(11).toString("base64url").replaceAll(/[-_]/g, "0").slice(0, 14)}`;
  const headers: Record<string, string> = {
    "content-type": "application/json",
    "request-id": request,
    "stripe-version": API_VERSION,
    ...echo(incoming, "idempotency-key"),
    ...echo(incoming, "stripe-account"),
  };
  const mistreatment = desk.faults.strike(incoming.method, incoming.path);
  try {
    if (mistreatment === "429") throw rateLimited();
    if (mistreatment === "lock_timeout") throw locked();
    if (mistreatment === "drop_before") return { status: 0, headers, body: "", mistreatment };
    if (mistreatment === "500_before") throw broken();
    const result = await perform(desk, incoming, request, mistreatment);
    return { ...result, headers: { ...headers, ...result.headers }, mistreatment };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, headers, body: errorText(error, request), mistreatment };
  }
}

async function perform(desk: Desk, incoming: Incoming, request: string, mistreatment: Mistreatment): Promise<Plain> {
  authenticate(incoming);
  const found = findRoute(desk.routes, incoming.method, incoming.path);
  if (!found) {
    const message = `Unrecognized request URL (${incoming.method}: ${incoming.path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`;
    throw invalid(message, {}, 404);
  }
  const account = accountOf(desk.store, incoming);
  const params = paramsOf(incoming);
  const { expand: paths = [], ...rest } = incoming.path.startsWith("/v2/") ? { ...params, expand: [] } : params;
  const act = found.route.prepare(rest);
  const key = incoming.method === "GET" ? undefined : incoming.headers["idempotency-key"];
  const once: Once = { desk, act, id: found.id, sub: found.sub, paths: wordsOf(paths), account, request, key };
  if (key !== undefined) {
    const { method, path } = incoming;
    const replay = claimKey(desk.store, { account, key, method, path, params, request });
    if (replay) {
      const headers = { "idempotent-replayed": "true", "original-request": replay.request };
      return { status: replay.status, body: replay.body, headers };
    }
  }
  const wait = slowMs(mistreatment);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  return doOnce(once, mistreatment === "500_after_commit");
}

interface Plain {
  status: number;
  body: string;
  headers: Record<string, string>;
}

interface Once {
  desk: Desk;
  act: Act;
  id: string;
  sub: string;
  paths: string[];
  account: string;
  request: string;
  key: string | undefined;
}

/** Doing and remembering the answer are one transaction: a crash leaves both or neither. */
function doOnce(once: Once, thenBreak: boolean): Plain {
  const { store } = once.desk;
  try {
    return store.atomically(() => {
      const done = attempt(once);
      const plain = thenBreak ? { ...done, status: 500, body: errorText(broken(), once.request) } : done;
      if (once.key !== undefined) keepAnswer(store, once.account, once.key, plain.status, plain.body);
      return plain;
    });
  } catch (error) {
    if (once.key !== undefined) releaseKey(store, once.account, once.key);
    throw error;
  }
}

function attempt(once: Once): Plain {
  const { desk, account, request, key } = once;
  const world = openWorld(desk.store, desk.url(), account, { id: request, idempotency_key: key ?? null });
  try {
    const body = desk.store.attempt(
      () => JSON.stringify(expand(world, once.act(world, once.id, once.sub), once.paths), null, 2),
      (error) => error instanceof Refusal && error.commits,
    );
    return { status: 200, body, headers: {} };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: errorText(error, request), headers: {} };
  }
}

function authenticate(incoming: Incoming): void {
  const key = /^Bearer (\S+)$/i.exec(incoming.headers.authorization ?? "")?.[1];
  if (!key) {
    const message =
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').";
    throw invalid(message, {}, 401);
  }
  if (!/^(sk|rk)_test_\w+$/.test(key)) {
    const shown = `${key.slice(0, 8)}${"*".repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`;
    throw invalid(`Invalid API Key provided: ${shown}`, {}, 401);
  }
  const version = incoming.headers["stripe-version"];
  if (version !== undefined && version !== API_VERSION) {
    throw invalid(`Invalid Stripe API version: ${version}. This sandbox speaks ${API_VERSION} only.`);
  }
}

function accountOf(store: Store, incoming: Incoming): string {
  const account = incoming.headers["stripe-account"] ?? incoming.headers["stripe-context"];
  if (!account) return PLATFORM;
  const known = store.find("v2.core.account", account);
  if (known && !known.closed) return account;
  const message = `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`;
  throw invalid(message, { code: "account_invalid" }, 403);
}

function paramsOf(incoming: Incoming): Fields {
  const query = readForm(incoming.query);
  if (incoming.body === "") return query;
  if (!incoming.path.startsWith("/v2/")) return { ...query, ...readForm(incoming.body) };
  try {
    return { ...query, ...(JSON.parse(incoming.body) as Fields) };
  } catch {
    throw invalid("The request body is not valid JSON.");
  }
}

function wordsOf(paths: Fields[string]): string[] {
  if (!Array.isArray(paths)) throw invalid("Invalid array", { param: "expand" });
  return paths.map(String);
}

function echo(incoming: Incoming, name: string): Record<string, string> {
  const value = incoming.headers[name];
  return value === undefined ? {} : { [name]: value };
}

function errorText(refusal: Refusal, request: string): string {
  const url = `https://dashboard.stripe.com/test/logs/${request}?t=0`;
  return JSON.stringify({ error: { ...refusal.body, request_log_url: url } }, null, 2);
}

function rateLimited(): Refusal {
  const message = "Request rate limit exceeded. Learn more about rate limits at https://stripe.com/docs/rate-limits.";
  return invalid(message, { code: "rate_limit" }, 429);
}

function locked(): Refusal {
  const message =
    "This object cannot be accessed right now because another API request or Stripe process is currently accessing it. If you see this error intermittently, retry the request.";
  return invalid(message, { code: "lock_timeout" }, 429);
}

function broken(): Refusal {
  const message = "Sorry! There was an error while talking to one of our backends. Support has been notified.";
  return new Refusal(500, { type: "api_error", message });
}
