import { expect } from "vitest";
import { eventsWaiting } from "#server/billing/keep-event.ts";
import { violations } from "#server/billing/violations.ts";
import { MINUTE_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { stripe } from "#server/platform/stripe.ts";
import { settleDown } from "./stripe.ts";

/** The books are right: nothing violates what must hold, and Stripe holds exactly what the ledger says. For an `afterEach`. */
export async function expectBooksToBalance(): Promise<void> {
  await settleDown();
  // The worker does so every minute: what came before its parent was known is read again.
  await eventsWaiting(plus(await clock.now(), 2 * MINUTE_MS));
  await settleDown();
  expect(await violations()).toEqual([]);
  const accounts = await db.ledgerAccount.findMany({ where: { kind: "stripe_balance" } });
  const booked = accounts.map((a) => [a.currency, a.debitsMinor - a.creditsMinor] as const);
  expect(Object.fromEntries(booked.filter(([, minor]) => minor !== 0n))).toEqual(await heldByStripe());
}

async function heldByStripe(): Promise<Record<string, bigint>> {
  const { available, pending } = await stripe.balance.retrieve();
  const held: Record<string, bigint> = {};
  for (const { currency, amount } of [...available, ...pending])
    held[currency] = (held[currency] ?? 0n) + BigInt(amount);
  return Object.fromEntries(Object.entries(held).filter(([, minor]) => minor !== 0n));
}
