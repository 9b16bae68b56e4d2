import { fundsAvailable } from "./available-funds.ts";
import { settleCharge } from "./charges.ts";
import { expireSession } from "./checkout.ts";
import { finishDebit } from "./debits.ts";
import { openByCard } from "./dispute-money.ts";
import { decideByEvidence } from "./disputes.ts";
import { finishPayout, sendPayout } from "./payout-endings.ts";
import { finishRefund, retryRefunds } from "./refunds.ts";
import { Refusal } from "./refusal.ts";
import type { Store } from "./store.ts";
import { type TaskKind, takeTask } from "./tasks.ts";
import { finishTopup } from "./topups.ts";
import type { Courier } from "./webhooks.ts";
import { openWorld, type World } from "./world.ts";

const TICK_MS = 40;
const AT_ONCE = 50;

const EFFECTS: Record<TaskKind, (world: World, subject: string) => void> = {
  "charge.settle": settleCharge,
  "debit.finish": finishDebit,
  "dispute.decide": decideByEvidence,
  "dispute.open": openByCard,
  "funds.available": fundsAvailable,
  "payout.finish": finishPayout,
  "payout.send": sendPayout,
  "refund.finish": finishRefund,
  "refund.retry": retryRefunds,
  "session.expire": expireSession,
  "topup.finish": finishTopup,
};

/** What was done when everything was worked off. */
interface Drained {
  effects: number;
  delivered: number;
  failed: number;
}

/** Does what comes after the calls: delayed effects, and the post. */
export type Worker = ReturnType<typeof openWorker>;

/** Opens the worker; in `auto` it works by itself, otherwise only when it is drained. */
export function openWorker(store: Store, courier: Courier, url: () => string, auto: boolean) {
  function work(early: boolean, most: number): number {
    let done = 0;
    while (done < most && workOne(store, url(), early)) done += 1;
    return done;
  }
  const timer = auto
    ? setInterval(() => {
        work(false, AT_ONCE);
        courier.start();
      }, TICK_MS)
    : undefined;
  return {
    /** Works off everything that is due or comes in a moment, and all the post, until nothing moves any more. */
    async drain(): Promise<Drained> {
      const total: Drained = { effects: 0, delivered: 0, failed: 0 };
      for (;;) {
        const effects = work(true, Number.POSITIVE_INFINITY);
        const { delivered, failed } = await courier.flush();
        total.effects += effects;
        total.delivered += delivered;
        total.failed += failed;
        // Failures alone do not keep it going: their next try comes with the next drain.
        if (effects === 0 && delivered === 0) return total;
      }
    },
    async close(): Promise<void> {
      clearInterval(timer);
      await courier.close();
    },
  };
}

function workOne(store: Store, url: string, early: boolean): boolean {
  return store.atomically(() => {
    const task = takeTask(store, early);
    if (!task) return false;
    const world = openWorld(store, url, task.account, { id: null, idempotency_key: null });
    try {
      store.attempt(
        () => EFFECTS[task.kind](world, task.subject),
        () => false,
      );
    } catch (error) {
      // The world moved on: what was to be done can no longer be done.
      if (!(error instanceof Refusal)) throw error;
    }
    return true;
  });
}
