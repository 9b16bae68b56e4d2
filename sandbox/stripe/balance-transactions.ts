import type Stripe from "stripe";
import { LIST, list } from "./lists.ts";
import { unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { later } from "./tasks.ts";
import { as, newId, type World } from "./world.ts";

/** How long after a charge its money can be used. */
export const PENDING_SECONDS = 2 * 86_400;

/** One movement on a balance, before it is written down. */
interface Movement {
  amount: number;
  currency: string;
  type: Stripe.BalanceTransaction.Type;
  category: string;
  source: string | null;
  fee?: number;
  exchangeRate?: number | null;
  availableOn?: number;
  description?: string | null;
}

/** Writes a movement on the balance of the world's account. */
export function move(world: World, movement: Movement): Stripe.BalanceTransaction {
  const { amount, currency, fee = 0, availableOn = world.now } = movement;
  const txn: Stripe.BalanceTransaction = {
    id: newId(world.store, "txn_"),
    object: "balance_transaction",
    amount,
    available_on: availableOn,
    balance_type: "payments",
    created: world.now,
    currency,
    description: movement.description ?? null,
    exchange_rate: movement.exchangeRate ?? null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: "Stripe processing fees", type: "stripe_fee" }],
    net: amount - fee,
    reporting_category: movement.category,
    source: movement.source,
    status: availableOn <= world.now ? "available" : "pending",
    type: movement.type,
  };
  world.store.add("balance_transaction", txn, world.account);
  if (amount > 0) later(world, "funds.available", world.account, Math.max(0, availableOn - world.now) * 1000);
  return txn;
}

/** Money of one account in one currency, as the clock stands. */
export function fundsOf(world: World, account: string, currency: string): { available: number; pending: number } {
  const row = world.store.db
    .prepare(
      `select
         coalesce(sum(json_extract(body, '$.net')) filter (where json_extract(body, '$.available_on') <= ?), 0) as available,
         coalesce(sum(json_extract(body, '$.net')) filter (where json_extract(body, '$.available_on') > ?), 0) as pending
       from object where kind = 'balance_transaction' and account = ? and json_extract(body, '$.currency') = ?`,
    )
    .get(world.now, world.now, account, currency);
  return { available: Number(row?.available ?? 0), pending: Number(row?.pending ?? 0) };
}

/** The currencies an account has ever held. */
export function currenciesOf(world: World, account: string): string[] {
  return world.store.db
    .prepare(
      "select distinct json_extract(body, '$.currency') as currency from object where kind = 'balance_transaction' and account = ? order by 1",
    )
    .all(account)
    .map((row) => String(row.currency));
}

const FILTER = {
  ...LIST,
  created: "range",
  currency: "text",
  payout: "text",
  source: "text",
  type: "text",
} as const;

/** The calls about balance transactions. */
export const balanceTransactionRoutes = [
  route("GET /v1/balance_transactions", FILTER, (world, params) => {
    const inPayout = params.payout ? itemsOf(world, params.payout) : undefined;
    return list(world, "balance_transaction", "/v1/balance_transactions", params, {
      fields: { currency: params.currency, source: params.source, type: params.type },
      created: params.created,
      ...(inPayout ? { only: (txn: Stripe.BalanceTransaction) => inPayout.includes(txn.id) } : {}),
    });
  }),
  route("GET /v1/balance_transactions/:id", {}, (world, _, id) => {
    const txn = world.store.find("balance_transaction", id, world.account);
    if (!txn) throw unknownId("balance transaction", id);
    return txn;
  }),
];

function itemsOf(world: World, payout: string): string[] {
  const items = world.store.place(payout)?.aside.items;
  if (!items) throw unknownId("payout", payout, "payout");
  return items as string[];
}

/** Writes the movement on another account's balance. */
export function moveFor(world: World, account: string, movement: Movement): Stripe.BalanceTransaction {
  return move(as(world, account), movement);
}
