import type Stripe from "stripe";
import { move } from "./balance-transactions.ts";
import { emit } from "./events.ts";
import { LIST, list } from "./lists.ts";
import { checkPositive, currencyOf } from "./money.ts";
import { withMetadata } from "./params.ts";
import { unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { later } from "./tasks.ts";
import { newId, type World } from "./world.ts";

const ARRIVES_AFTER_MS = 250;
const CREATE = {
  amount: "integer!",
  currency: "text!",
  description: "text",
  metadata: "metadata",
  source: "text",
  statement_descriptor: "text",
  transfer_group: "text",
} as const;

/** The money of a top-up has arrived on the platform's balance. */
export function finishTopup(world: World, id: string): void {
  const before = topupNamed(world, id);
  if (before.status !== "pending") return;
  const { amount, currency } = before;
  const txn = move(world, { amount, currency, type: "topup", category: "topup", source: id });
  const after = world.store.save<Stripe.Topup>({ ...before, status: "succeeded", balance_transaction: txn.id });
  emit(world, "topup.succeeded", after);
}

function topupNamed(world: World, id: string): Stripe.Topup {
  const topup = world.store.find("topup", id, world.account);
  if (!topup) throw unknownId("topup", id);
  return topup;
}

/** The calls about top-ups. */
export const topupRoutes = [
  route("POST /v1/topups", CREATE, (world, params) => {
    checkPositive(params.amount);
    const topup: Stripe.Topup = {
      id: newId(world.store, "tu_"),
      object: "topup",
      amount: params.amount,
      balance_transaction: null,
      created: world.now,
      currency: currencyOf(params.currency),
      description: params.description ?? null,
      expected_availability_date: world.now,
      failure_code: null,
      failure_message: null,
      initiated_by: null,
      livemode: false,
      metadata: withMetadata({}, params.metadata),
      source: null,
      statement_descriptor: params.statement_descriptor ?? null,
      status: "pending",
      transfer_group: params.transfer_group ?? null,
    };
    world.store.add("topup", topup, world.account);
    emit(world, "topup.created", topup);
    later(world, "topup.finish", topup.id, ARRIVES_AFTER_MS);
    return topup;
  }),
  route("GET /v1/topups", { ...LIST, created: "range", status: "text" }, (world, params) =>
    list(world, "topup", "/v1/topups", params, { fields: { status: params.status }, created: params.created }),
  ),
  route("GET /v1/topups/:id", {}, (world, _, id) => topupNamed(world, id)),
];
