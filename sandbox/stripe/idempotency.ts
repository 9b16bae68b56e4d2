import { createHash } from "node:crypto";
import { nowMs } from "./clock.ts";
import { canonical, type Fields } from "./form.ts";
import { invalid, Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";

const KEPT_MS = 24 * 3_600_000;
const KEY_LENGTH = 255;

/** A request that carries its caller's own key. */
interface Keyed {
  account: string;
  key: string;
  method: string;
  path: string;
  params: Fields;
  /** The id of the request that asks. */
  request: string;
}

/** What the first request with a key was answered. */
interface Replay {
  status: number;
  body: string;
  request: string;
}

/** Takes a key for this request, or gives back what its first use was answered; throws when the two do not match. */
export function claimKey(store: Store, keyed: Keyed): Replay | undefined {
  if (keyed.key.length > KEY_LENGTH) {
    throw invalid(`Idempotency key must be at most ${KEY_LENGTH} characters.`, { param: "Idempotency-Key" });
  }
  const { account, key } = keyed;
  const expiredBefore = nowMs(store) - KEPT_MS;
  store.db
    .prepare("delete from idempotency where account = ? and key = ? and made_ms < ?")
    .run(account, key, expiredBefore);
  const digest = createHash("sha256").update(canonical(keyed.params)).digest("hex");
  const route = `${keyed.method} ${keyed.path}`;
  const known = store.db.prepare("select * from idempotency where account = ? and key = ?").get(account, key);
  if (!known) {
    store.db
      .prepare(
        "insert into idempotency (account, key, route, digest, state, request, made_ms) values (?, ?, ?, ?, 'in_flight', ?, ?)",
      )
      .run(account, key, route, digest, keyed.request, nowMs(store));
    return undefined;
  }
  if (known.route !== route) throw otherRoute(key, String(known.route));
  if (known.digest !== digest) throw otherParams(key);
  if (known.state === "in_flight") throw inFlight(key);
  return { status: Number(known.status), body: String(known.body), request: String(known.request) };
}

/** Keeps the answer under its key: from now on the same request is answered the same. */
export function keepAnswer(store: Store, account: string, key: string, status: number, body: string): void {
  store.db
    .prepare("update idempotency set state = 'done', status = ?, body = ? where account = ? and key = ?")
    .run(status, body, account, key);
}

/** Gives a key back, as if the request had never come. */
export function releaseKey(store: Store, account: string, key: string): void {
  store.db.prepare("delete from idempotency where account = ? and key = ?").run(account, key);
}

/** After a crash: a request that was under way did nothing, because doing and remembering are one transaction. */
export function releaseInFlight(store: Store): void {
  store.db.exec("delete from idempotency where state = 'in_flight'");
}

function otherParams(key: string): Refusal {
  const message = `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`;
  return new Refusal(400, { type: "idempotency_error", message });
}

function otherRoute(key: string, route: string): Refusal {
  const path = route.split(" ")[1] ?? route;
  const message = `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}'). Try using a key other than '${key}' if you meant to execute a different request.`;
  return new Refusal(400, { type: "idempotency_error", message });
}

function inFlight(key: string): Refusal {
  const message = `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`;
  return new Refusal(409, { type: "idempotency_error", code: "idempotency_key_in_use", message });
}
