import type Stripe from "stripe";
import type { Kinds, Wire } from "./kinds.ts";
import type { World } from "./world.ts";

type Viewed = { [K in keyof Kinds]?: (world: World, object: Kinds[K]) => object };

const REVERSALS_SHOWN = 10;

const VIEWS: Viewed = {
  // What is available is a matter of the clock, so it is never written down.
  balance_transaction: (world, txn) => ({ ...txn, status: txn.available_on <= world.now ? "available" : "pending" }),
  event: (world, event) => {
    const row = world.store.db
      .prepare("select count(*) as waiting from delivery where event = ? and state <> 'done'")
      .get(event.id);
    return { ...event, pending_webhooks: Number(row?.waiting ?? 0) };
  },
  transfer: (world, transfer) => ({ ...transfer, reversals: reversalsOf(world, transfer) }),
};

function reversalsOf(world: World, transfer: Stripe.Transfer): object {
  const found = world.store.list("transfer_reversal", {
    fields: { transfer: transfer.id },
    limit: REVERSALS_SHOWN + 1,
  });
  return {
    object: "list",
    data: found.slice(0, REVERSALS_SHOWN),
    has_more: found.length > REVERSALS_SHOWN,
    url: `/v1/transfers/${transfer.id}/reversals`,
  };
}

/** An object as Stripe shows it now: what depends on the clock or on other objects is filled in. */
export function present(world: World, object: Wire | { object: string }): object {
  const view = VIEWS[object.object as keyof Kinds] as ((world: World, object: object) => object) | undefined;
  return view ? view(world, object) : object;
}
