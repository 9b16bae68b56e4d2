import type Stripe from "stripe";
import { currenciesOf, fundsOf } from "./balance-transactions.ts";
import { route } from "./router.ts";
import { PLATFORM, type World } from "./world.ts";

/** The money of the world's account, by currency. */
export function balanceOf(world: World): Stripe.Balance {
  const found = currenciesOf(world, world.account);
  const currencies = found.length > 0 ? found : ["usd"];
  const part = (which: "available" | "pending") =>
    currencies.map((currency) => {
      const amount = fundsOf(world, world.account, currency)[which];
      return { amount, currency, source_types: { card: amount } };
    });
  return {
    object: "balance",
    available: part("available"),
    ...(world.account === PLATFORM
      ? { connect_reserved: currencies.map((currency) => reserved(world, currency)) }
      : {}),
    livemode: false,
    pending: part("pending"),
  };
}

/** What the platform has to keep back because connected accounts are below nothing. */
function reserved(world: World, currency: string): { amount: number; currency: string } {
  const rows = world.store.db
    .prepare(
      `select sum(json_extract(body, '$.net')) as total from object
       where kind = 'balance_transaction' and account <> ? and json_extract(body, '$.currency') = ? group by account`,
    )
    .all(PLATFORM, currency);
  const amount = rows.reduce((sum, row) => sum + Math.max(0, -Number(row.total)), 0);
  return { amount, currency };
}

/** The call about the balance. */
export const balanceRoutes = [route("GET /v1/balance", {}, (world) => balanceOf(world))];
