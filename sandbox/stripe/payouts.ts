import type Stripe from "stripe";
import { capabilityStatus } from "./account-standing.ts";
import { standingOf } from "./accounts.ts";
import { fundsOf, move } from "./balance-transactions.ts";
import { emit } from "./events.ts";
import { LIST, list } from "./lists.ts";
import { checkPositive, currencyOf } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { cancelPayout, payoutNamed } from "./payout-endings.ts";
import { invalid } from "./refusal.ts";
import { route } from "./router.ts";
import { later } from "./tasks.ts";
import { newId, PLATFORM, type World } from "./world.ts";

const LEAVES_AFTER_MS = 250;
const ARRIVES_AFTER_SECONDS = 86_400;
const CREATE = {
  amount: "integer!",
  currency: "text!",
  description: "text",
  destination: "text",
  metadata: "metadata",
  method: ["standard", "instant"],
  source_type: ["card", "bank_account"],
  statement_descriptor: "text",
} as const;

/** Sends money from an account's balance to its bank. */
export function makePayout(
  world: World,
  wish: { amount: number; currency: string; automatic: boolean; description?: string | null; items?: string[] },
  metadata: Record<string, string> = {},
): Stripe.Payout {
  const { amount, currency, automatic } = wish;
  const id = newId(world.store, "po_");
  const txn = move(world, { amount: -amount, currency, type: "payout", category: "payout", source: id });
  const payout: Stripe.Payout = {
    id,
    object: "payout",
    amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: world.now + ARRIVES_AFTER_SECONDS,
    automatic,
    balance_transaction: txn.id,
    created: world.now,
    currency,
    description: wish.description ?? (automatic ? "STRIPE PAYOUT" : null),
    destination: bankOf(world, currency),
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: false,
    metadata,
    method: "standard",
    original_payout: null,
    payout_method: null,
    reconciliation_status: automatic ? "in_progress" : "not_applicable",
    reversed_by: null,
    source_type: "card",
    statement_descriptor: null,
    status: "pending",
    trace_id: null,
    type: "bank_account",
  };
  world.store.add("payout", payout, world.account, { items: [...(wish.items ?? []), txn.id] });
  emit(world, "payout.created", payout);
  later(world, "payout.send", id, LEAVES_AFTER_MS);
  return payout;
}

/** The bank an account is paid out to; the platform's own needs no onboarding. */
function bankOf(world: World, currency: string): string {
  if (world.account === PLATFORM) return "ba_platform";
  const { bank } = standingOf(world, world.account);
  if (bank) return bank;
  throw invalid(`Sorry, you don't have any external accounts in that currency (${currency}).`, { param: "currency" });
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.Payout {
  checkPositive(params.amount);
  const currency = currencyOf(params.currency);
  if (world.account !== PLATFORM && capabilityStatus(standingOf(world, world.account), "payouts").status !== "active") {
    throw invalid("Payouts are not allowed on this account until its requirements are met.", {
      code: "payouts_not_allowed",
    });
  }
  if (fundsOf(world, world.account, currency).available < params.amount) {
    throw invalid(
      "You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).",
      { code: "balance_insufficient" },
    );
  }
  const { amount, description = null } = params;
  return makePayout(world, { amount, currency, automatic: false, description }, withMetadata({}, params.metadata));
}

const FILTER = { ...LIST, status: "text", destination: "text", created: "range", arrival_date: "range" } as const;

/** The calls about payouts to a bank. */
export const payoutRoutes = [
  route("POST /v1/payouts", CREATE, create),
  route("GET /v1/payouts", FILTER, (world, params) =>
    list(world, "payout", "/v1/payouts", params, {
      fields: { status: params.status, destination: params.destination },
      created: params.created,
    }),
  ),
  route("GET /v1/payouts/:id", {}, (world, _, id) => payoutNamed(world, id)),
  route("POST /v1/payouts/:id", { metadata: "metadata" }, (world, params, id) => {
    const before = payoutNamed(world, id);
    const metadata = withMetadata(before.metadata, params.metadata);
    const after = world.store.save<Stripe.Payout>({ ...before, metadata });
    emit(world, "payout.updated", after, before);
    return after;
  }),
  route("POST /v1/payouts/:id/cancel", {}, (world, _, id) => cancelPayout(world, id)),
];
