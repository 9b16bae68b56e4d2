import type Stripe from "stripe";
import { move } from "./balance-transactions.ts";
import { PAYOUT_FAILURES, type PayoutFate } from "./banks.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { invalid, unknownId } from "./refusal.ts";
import { later } from "./tasks.ts";
import type { World } from "./world.ts";

/** The payout with this id. */
export function payoutNamed(world: World, id: string): Stripe.Payout {
  const payout = world.store.find("payout", id, world.account);
  if (!payout) throw unknownId("payout", id);
  return payout;
}

/** The payout has left for the bank. */
export function sendPayout(world: World, id: string): void {
  const before = payoutNamed(world, id);
  if (before.status !== "pending") return;
  const trace_id = { status: "pending", value: null };
  const after = world.store.save<Stripe.Payout>({ ...before, status: "in_transit", trace_id });
  emit(world, "payout.updated", after, before);
  later(world, "payout.finish", id, Math.max(0, before.arrival_date - world.now) * 1000);
}

/** The bank has the money, or sends it back, as its test account number says. */
export function finishPayout(world: World, id: string): void {
  const before = payoutNamed(world, id);
  if (before.status !== "in_transit") return;
  const fate = (world.store.place(idOf(before.destination) ?? "")?.aside.fate ?? "ok") as PayoutFate;
  if (fate === "ok") payPayout(world, id);
  else failPayout(world, id, fate);
}

/** The payout arrived. */
export function payPayout(world: World, id: string): Stripe.Payout {
  const before = payoutNamed(world, id);
  if (before.status !== "pending" && before.status !== "in_transit") {
    throw invalid(`Payout ${id} has a status of ${before.status} and cannot be paid.`);
  }
  const paid = world.store.save<Stripe.Payout>({
    ...before,
    status: "paid",
    trace_id: { status: "supported", value: `TRACE${id.slice(-10).toUpperCase()}` },
    reconciliation_status: before.automatic ? "completed" : "not_applicable",
  });
  emit(world, "payout.updated", paid, before);
  emit(world, "payout.paid", paid);
  if (before.automatic) emit(world, "payout.reconciliation_completed", paid);
  return paid;
}

/** The payout comes back, which can also happen after it was paid. */
export function failPayout(world: World, id: string, why: Exclude<PayoutFate, "ok">): Stripe.Payout {
  const before = payoutNamed(world, id);
  if (before.status === "failed" || before.status === "canceled") {
    throw invalid(`Payout ${id} has a status of ${before.status} and cannot fail.`);
  }
  const { amount, currency } = before;
  const back = move(world, { amount, currency, type: "payout_failure", category: "payout_reversal", source: id });
  const after = world.store.save<Stripe.Payout>({
    ...before,
    status: "failed",
    failure_code: why,
    failure_message: PAYOUT_FAILURES[why],
    failure_balance_transaction: back.id,
  });
  const bank = world.store.find("bank_account", idOf(before.destination) ?? "", world.account);
  if (bank && bank.status !== "errored") {
    const errored = world.store.save<Stripe.BankAccount>({ ...bank, status: "errored" });
    emit(world, "account.external_account.updated", errored, bank);
  }
  emit(world, "payout.failed", after);
  return after;
}

/** A payout that has not left is called back. */
export function cancelPayout(world: World, id: string): Stripe.Payout {
  const before = payoutNamed(world, id);
  if (before.status !== "pending") {
    throw invalid(`Payouts that are not pending cannot be canceled: ${id} has a status of ${before.status}.`);
  }
  const { amount, currency } = before;
  const back = move(world, { amount, currency, type: "payout_cancel", category: "payout_reversal", source: id });
  const after = world.store.save<Stripe.Payout>({
    ...before,
    status: "canceled",
    failure_balance_transaction: back.id,
  });
  emit(world, "payout.canceled", after);
  return after;
}
