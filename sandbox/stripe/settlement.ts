import type Stripe from "stripe";
import { idOf } from "./kinds.ts";
import { currencyOf } from "./money.ts";
import { invalid } from "./refusal.ts";
import type { World } from "./world.ts";

const MILLION = 1_000_000n;

/** From now on charges settle in this currency, at a rate such as "0.92"; without one they settle in their own. */
export function settleIn(world: World, currency: string | undefined, rate: string | undefined): object {
  if (currency === undefined) {
    world.store.set("settlement", "");
    return { currency: null };
  }
  const [, whole, part = ""] = /^(\d{1,6})(?:\.(\d{1,6}))?$/.exec(rate ?? "") ?? [];
  if (whole === undefined) throw invalid('Give the rate as a decimal text, such as "0.92".', { param: "rate" });
  const perMillion = Number(`${whole}${part.padEnd(6, "0")}`);
  world.store.set("settlement", JSON.stringify({ currency: currencyOf(currency), perMillion }));
  return { currency, rate };
}

/** An amount as it arrives on the balance: converted, rounded half up, when charges settle in another currency. */
export function inSettlement(
  world: World,
  amount: number,
  currency: string,
): { amount: number; currency: string; exchangeRate: number | null } {
  const kept = world.store.setting("settlement");
  const rule = kept ? (JSON.parse(kept) as { currency: string; perMillion: number }) : undefined;
  if (!rule || rule.currency === currency) return { amount, currency, exchangeRate: null };
  return {
    amount: converted(amount, rule.perMillion),
    currency: rule.currency,
    exchangeRate: rule.perMillion / Number(MILLION),
  };
}

/** An amount of a charge in the currency the charge settled in, at the rate it settled at. */
export function asSettled(
  world: World,
  charge: Stripe.Charge,
  amount: number,
): { amount: number; currency: string; exchangeRate: number | null } {
  const txn = world.store.find("balance_transaction", idOf(charge.balance_transaction) ?? "");
  const rate = txn?.exchange_rate ?? null;
  if (!txn || rate === null) return { amount, currency: charge.currency, exchangeRate: null };
  return { amount: converted(amount, Math.round(rate * Number(MILLION))), currency: txn.currency, exchangeRate: rate };
}

function converted(amount: number, perMillion: number): number {
  return Number((BigInt(amount) * BigInt(perMillion) + MILLION / 2n) / MILLION);
}
