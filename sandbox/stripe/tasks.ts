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

/** What follows its cause in a moment; told to work everything off, the sandbox does not wait for that moment. */
const SOON: readonly TaskKind[] = [
  "charge.settle",
  "dispute.open",
  "dispute.decide",
  "refund.finish",
  "refund.retry",
  "payout.send",
  "topup.finish",
];

/** Puts an effect on the list, to be done when the sandbox's clock reaches its time. */
export function later(world: World, kind: TaskKind, subject: string, delayMs: number): void {
  world.store.db
    .prepare("insert into task (kind, subject, account, due_ms) values (?, ?, ?, ?)")
    .run(kind, subject, world.account, nowMs(world.store) + delayMs);
}

/** The next effect whose time has come, taken off the list; `early` takes those that come in a moment, too. */
export function takeTask(store: Store, early: boolean): Task | undefined {
  const soon = early ? SOON.map((kind) => `'${kind}'`).join(", ") : "";
  const row = store.db
    .prepare(
      `delete from task where seq = (
         select seq from task where due_ms <= ? or kind in (${soon}) order by due_ms, seq limit 1
       ) returning *`,
    )
    .get(nowMs(store));
  if (!row) return undefined;
  const { seq, kind, subject, account } = row;
  return { seq: Number(seq), kind: kind as TaskKind, subject: String(subject), account: String(account) };
}
