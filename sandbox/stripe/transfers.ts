import type Stripe from "stripe";
import { capabilityStatus } from "./account-standing.ts";
import { standingOf } from "./accounts.ts";
import { arrivedPayment } from "./arrived-payments.ts";
import { fundsOf, move, PENDING_SECONDS } from "./balance-transactions.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { LIST, list } from "./lists.ts";
import { checkPositive, currencyOf, spoken } from "./money.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { as, newId, PLATFORM, type World } from "./world.ts";

const CREATE = {
  amount: "integer!",
  currency: "text!",
  destination: "text!",
  source_transaction: "text",
  source_type: ["card", "bank_account"],
  transfer_group: "text",
  metadata: "metadata",
  description: "text?",
} as const;

/** The transfer with this id. */
export function transferNamed(world: World, id: string): Stripe.Transfer {
  const transfer = world.store.find("transfer", id, world.account);
  if (!transfer) throw unknownId("transfer", id);
  return transfer;
}

function create(world: World, params: Parsed<typeof CREATE>): Stripe.Transfer {
  const currency = currencyOf(params.currency);
  checkPositive(params.amount);
  checkDestination(world, params.destination);
  const charge = params.source_transaction
    ? sourceFor(world, params.source_transaction, params.amount, currency)
    : null;
  if (!charge && fundsOf(world, PLATFORM, currency).available < params.amount) throw tooLittle();
  const availableOn = charge ? availabilityOf(world, charge) : world.now;
  const id = newId(world.store, "tr_");
  const txn = move(world, {
    amount: -params.amount,
    currency,
    type: "transfer",
    category: "transfer",
    source: id,
    availableOn,
    description: params.description ?? null,
  });
  const payment = arrivedPayment(world, params.destination, {
    transfer: id,
    amount: params.amount,
    currency,
    availableOn,
  });
  const transfer: Stripe.Transfer = {
    id,
    object: "transfer",
    amount: params.amount,
    amount_reversed: 0,
    balance_transaction: txn.id,
    created: world.now,
    currency,
    description: params.description ?? null,
    destination: params.destination,
    destination_payment: payment.id,
    livemode: false,
    metadata: withMetadata({}, params.metadata),
    reversals: { object: "list", data: [], has_more: false, url: `/v1/transfers/${id}/reversals` },
    reversed: false,
    source_transaction: charge?.id ?? null,
    source_type: params.source_type ?? "card",
    transfer_group: params.transfer_group ?? charge?.transfer_group ?? null,
  };
  world.store.add("transfer", transfer, world.account);
  emit(world, "transfer.created", transfer);
  emit(as(world, params.destination), "charge.succeeded", payment);
  return transfer;
}

function checkDestination(world: World, id: string): void {
  const account = world.store.find("v2.core.account", id, PLATFORM);
  if (!account || account.closed) throw unknownId("destination", id, "destination");
  if (capabilityStatus(standingOf(world, id), "stripe_transfers").status === "active") return;
  const message =
    "Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments";
  throw invalid(message, { code: "insufficient_capabilities_for_transfer" });
}

/** The charge that pays for a transfer; all its transfers together never exceed it. */
function sourceFor(world: World, id: string, amount: number, currency: string): Stripe.Charge {
  const param = "source_transaction";
  const charge = world.store.find("charge", id, PLATFORM);
  if (!charge) throw unknownId("charge", id, param);
  if (charge.status === "failed" || !charge.captured) {
    throw invalid(`The charge ${id} has a status of ${charge.status} and cannot be used as a source.`, { param });
  }
  const txn = world.store.find("balance_transaction", idOf(charge.balance_transaction) ?? "");
  const settled = txn?.currency ?? charge.currency;
  if (settled !== currency) {
    const message = `The currency of source_transaction's balance transaction (${settled}) must be the same as the transfer currency (${currency})`;
    throw invalid(message, { param });
  }
  const given = world.store
    .list("transfer", { fields: { source_transaction: id } })
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0);
  const whole = txn?.amount ?? charge.amount_captured;
  if (given + amount > whole) {
    const already =
      given > 0 ? ` (There is already a transfer using this source, amounting to ${spoken(given, currency)}.)` : "";
    throw invalid(
      `Transfers using this transaction as a source must not exceed the source amount of ${spoken(whole, currency)}.${already}`,
      { param },
    );
  }
  return charge;
}

function availabilityOf(world: World, charge: Stripe.Charge): number {
  const txn = world.store.find("balance_transaction", idOf(charge.balance_transaction) ?? "");
  return Math.max(world.now, txn?.available_on ?? charge.created + PENDING_SECONDS);
}

function tooLittle(): Error {
  const message =
    "You have insufficient available funds in your Stripe account. Try adding funds directly to your available balance by creating Charges using the 4000000000000077 test card. See: https://stripe.com/docs/testing#available-balance";
  return invalid(message, { code: "balance_insufficient" });
}

const FILTER = { ...LIST, destination: "text", transfer_group: "text", created: "range" } as const;

/** The calls about transfers. */
export const transferRoutes = [
  route("POST /v1/transfers", CREATE, create),
  route("GET /v1/transfers", FILTER, (world, params) =>
    list(world, "transfer", "/v1/transfers", params, {
      fields: { destination: params.destination, transfer_group: params.transfer_group },
      created: params.created,
    }),
  ),
  route("GET /v1/transfers/:id", {}, (world, _, id) => transferNamed(world, id)),
  route("POST /v1/transfers/:id", { metadata: "metadata", description: "text?" }, (world, params, id) => {
    const before = transferNamed(world, id);
    const after = world.store.save<Stripe.Transfer>({
      ...before,
      metadata: withMetadata(before.metadata, params.metadata),
      description: params.description === undefined ? before.description : params.description,
    });
    emit(world, "transfer.updated", after, before);
    return after;
  }),
];
