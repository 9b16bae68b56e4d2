import { createHmac } from "node:crypto";
import { nowMs } from "./clock.ts";
import { type Endpoint, endpoints } from "./endpoints.ts";
import { present } from "./present.ts";
import type { Store } from "./store.ts";
import { openWorld, PLATFORM } from "./world.ts";

const BACKOFF_MS = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000];
const TIMEOUT_MS = 30_000;
const TRIES_PER_DRAIN = 3;

/** How deliveries behave now. */
interface PostRules {
  paused: boolean;
  shuffle: boolean;
  /** How many times more than once every message is sent. */
  duplicate: number;
}

/** The post: it brings events to the addresses that listen, at least once, and never makes the API wait. */
export type Courier = ReturnType<typeof openCourier>;

interface Delivery {
  seq: number;
  event: string;
  attempts: number;
}

/** Opens the post for the deliveries kept in a store. */
export function openCourier(store: Store, url: () => string) {
  const lanes = new Map<string, Promise<void>>();
  let counts = { delivered: 0, failed: 0 };
  let closed = false;

  async function deliver(endpoint: Endpoint, delivery: Delivery): Promise<void> {
    const payload = render(store, url(), delivery.event);
    let answer = "none";
    for (let copy = 0; copy <= postRules(store).duplicate; copy++) {
      answer = payload === undefined ? "200" : await send(endpoint, payload, Math.floor(nowMs(store) / 1000));
    }
    if (closed) return;
    const done = /^2\d\d$/.test(answer);
    const waitMs = BACKOFF_MS[delivery.attempts];
    const state = done ? "done" : waitMs === undefined ? "failed" : "waiting";
    counts = { delivered: counts.delivered + Number(done), failed: counts.failed + Number(!done) };
    store.db
      .prepare("update delivery set state = ?, attempts = attempts + 1, due_ms = ?, answer = ? where seq = ?")
      .run(state, Date.now() + (waitMs ?? 0), answer, delivery.seq);
  }

  async function lane(endpoint: Endpoint, all: boolean, evenPaused: boolean): Promise<void> {
    const tried = new Map<number, number>();
    while (!closed && (evenPaused || !postRules(store).paused)) {
      const next = nextDelivery(store, endpoint.id, all, tried);
      if (!next) return;
      tried.set(next.seq, (tried.get(next.seq) ?? 0) + 1);
      await deliver(endpoint, next);
    }
  }

  function start(all: boolean, evenPaused = false): void {
    for (const endpoint of endpoints(store)) {
      if (lanes.has(endpoint.id)) continue;
      lanes.set(
        endpoint.id,
        lane(endpoint, all, evenPaused).finally(() => lanes.delete(endpoint.id)),
      );
    }
  }

  return {
    /** Sends what is due, in the background. */
    start: () => start(false),
    /** Sends everything there is, whatever its time, and waits until nothing more can be sent. */
    async flush(evenPaused = false): Promise<{ delivered: number; failed: number }> {
      await Promise.all(lanes.values());
      counts = { delivered: 0, failed: 0 };
      start(true, evenPaused);
      await Promise.all(lanes.values());
      return counts;
    },
    async close(): Promise<void> {
      closed = true;
      await Promise.race([Promise.all(lanes.values()), new Promise((resolve) => setTimeout(resolve, 250))]);
    },
  };
}

function nextDelivery(store: Store, endpoint: string, all: boolean, tried: Map<number, number>): Delivery | undefined {
  const { shuffle } = postRules(store);
  // A fixed scramble instead of chance: a failing test fails again.
  const order = shuffle ? "(seq * 7919) % 1009, seq" : "seq";
  const rows = store.db
    .prepare(
      `select seq, event, attempts from delivery where state = 'waiting' and endpoint = ? and due_ms <= ? order by ${order} limit 100`,
    )
    .all(endpoint, all ? Number.MAX_SAFE_INTEGER : Date.now());
  const row = rows.find((candidate) => (tried.get(Number(candidate.seq)) ?? 0) < (all ? TRIES_PER_DRAIN : 1));
  return row && { seq: Number(row.seq), event: String(row.event), attempts: Number(row.attempts) };
}

function render(store: Store, url: string, id: string): string | undefined {
  const event = store.find("event", id) ?? store.find("v2.core.event", id);
  if (!event) return undefined;
  return JSON.stringify(present(openWorld(store, url, PLATFORM, { id: null, idempotency_key: null }), event), null, 2);
}

async function send(endpoint: Endpoint, payload: string, seconds: number): Promise<string> {
  const signature = createHmac("sha256", endpoint.secret).update(`${seconds}.${payload}`).digest("hex");
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      redirect: "manual",
      body: payload,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
        "stripe-signature": `t=${seconds},v1=${signature}`,
      },
    });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error instanceof Error ? error.message : "unreachable";
  }
}

/** How deliveries behave now. */
function postRules(store: Store): PostRules {
  const kept = store.setting("post");
  return kept ? (JSON.parse(kept) as PostRules) : { paused: false, shuffle: false, duplicate: 0 };
}

/** Changes how deliveries behave. */
export function setPostRules(store: Store, patch: Partial<PostRules>): PostRules {
  const rules = { ...postRules(store), ...patch };
  store.set("post", JSON.stringify(rules));
  return rules;
}

/** Puts events into the post again: the last n, or all of them. */
export function replay(store: Store, last: number | undefined): number {
  const seqs = store.db
    .prepare("select max(seq) as seq from delivery group by event, endpoint order by min(seq) desc limit ?")
    .all(last ?? -1)
    .map((row) => Number(row.seq));
  const again = store.db.prepare(
    "insert into delivery (event, endpoint, state, due_ms) select event, endpoint, 'waiting', ? from delivery where seq = ?",
  );
  for (const seq of seqs.reverse()) again.run(Date.now(), seq);
  return seqs.length;
}

/** How many deliveries are waiting, done and given up. */
export function postCounts(store: Store): Record<string, number> {
  const rows = store.db.prepare("select state, count(*) as number from delivery group by state").all();
  return Object.fromEntries(rows.map((row) => [String(row.state), Number(row.number)]));
}
