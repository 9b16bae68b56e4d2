import type { CapabilityStatus } from "./account-standing.ts";
import { PAYOUT_FAILURES, type PayoutFate } from "./banks.ts";
import { overrule, submit } from "./connect-doors.ts";
import { failLate } from "./debits.ts";
import { decideDispute, openDispute } from "./dispute-money.ts";
import type { Fields, Tree } from "./form.ts";
import { failPayout, payPayout } from "./payout-endings.ts";
import { failRefund } from "./refunds.ts";
import { invalid, unknownId } from "./refusal.ts";
import { as, type World } from "./world.ts";

const STATUSES: readonly CapabilityStatus[] = ["active", "pending", "restricted", "rejected", "unsupported"];

type MoneyLever = (world: World, id: string, body: Fields) => object;

/** What happens to money from outside: a bank, a cardholder or Stripe itself decides something. */
export const MONEY_LEVERS: readonly [string, MoneyLever][] = [
  ["accounts/:id/capability", (world, id, body) => overrule(world, id, overridesOf(body))],
  ["accounts/:id/onboard", onboard],
  ["disputes/:id", dispute],
  ["charges/:id/fail_late", (world, id) => failLate(world, id)],
  ["refunds/:id/fail", (world, id) => failRefund(world, id)],
  ["payouts/:id/pay", (world, id) => payPayout(ownerOf(world, id), id)],
  ["payouts/:id/fail", (world, id, body) => failPayout(ownerOf(world, id), id, reasonOf(body))],
];

function onboard(world: World, id: string, body: Fields): object {
  submit(world, id, typeof body.bank === "string" ? body.bank : "ok", body.restricted === true);
  return overrule(world, id, {});
}

function overridesOf(body: Fields) {
  const status = (value: Tree | undefined) => STATUSES.find((known) => known === value);
  const both = status(body.status);
  const stripe_transfers = status(body.stripe_transfers) ?? both;
  const payouts = status(body.payouts) ?? both;
  if (!stripe_transfers && !payouts) {
    throw invalid(`Give status, stripe_transfers or payouts: one of ${STATUSES.join(", ")}`);
  }
  return { ...(stripe_transfers ? { stripe_transfers } : {}), ...(payouts ? { payouts } : {}) };
}

function dispute(world: World, charge: string, body: Fields): object {
  if (body.open) {
    return openDispute(world, charge, {
      ...(typeof body.amount === "number" ? { amount: body.amount } : {}),
      ...(typeof body.reason === "string" ? { reason: body.reason } : {}),
      inquiry: body.inquiry === true,
    });
  }
  const open = world.store
    .list("dispute", { fields: { charge } })
    .find(({ status }) => !["won", "lost", "warning_closed", "prevented"].includes(status));
  if (!open) throw unknownId("open dispute of charge", charge);
  if (body.won || body.lost) return decideDispute(world, open, Boolean(body.won));
  throw invalid("Give open, won or lost.");
}

function ownerOf(world: World, id: string): World {
  const account = world.store.place(id)?.account;
  if (!account) throw unknownId("payout", id);
  return as(world, account);
}

function reasonOf(body: Fields): Exclude<PayoutFate, "ok"> {
  const known = Object.keys(PAYOUT_FAILURES) as Exclude<PayoutFate, "ok">[];
  return known.find((reason) => reason === body.reason) ?? "account_closed";
}
