import { nowMs } from "./clock.ts";
import type { Store } from "./store.ts";
import type { World } from "./world.ts";

/** The effects that come after the call that caused them. */
export type TaskKind =
  | "charge.settle"
  | "debit.finish"
  | "dispute.open"
  | "dispute.decide"
  | "refund.finish"
  | "refund.retry"
  | "funds.available"
  | "payout.send"
  | "payout.finish"
  | "session.expire"
  | "topup.finish";

/** An effect that waits for its time. */
interface Task {
  seq: number;
  kind: TaskKind;
  subject: string;
  account: string;
}

/** Effects due within this time count as due when the sandbox is told to work everything off. */
export const SOON_MS = 60_000;

/** Puts an effect on the list, to be done when the sandbox's clock reaches its time. */
export function later(world: World, kind: TaskKind, subject: string, delayMs: number): void {
  world.store.db
    .prepare("insert into task (kind, subject, account, due_ms) values (?, ?, ?, ?)")
    .run(kind, subject, world.account, nowMs(world.store) + delayMs);
}

/** The next effect whose time has come, taken off the list. */
export function takeTask(store: Store, aheadMs: number): Task | undefined {
  const row = store.db
    .prepare(
      "delete from task where seq = (select seq from task where due_ms <= ? order by due_ms, seq limit 1) returning *",
    )
    .get(nowMs(store) + aheadMs);
  if (!row) return undefined;
  return {
    seq: Number(row.seq),
    kind: row.kind as TaskKind,
    subject: String(row.subject),
    account: String(row.account),
  };
}
