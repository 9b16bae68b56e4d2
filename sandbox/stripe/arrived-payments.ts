import type Stripe from "stripe";
import { moveFor } from "./balance-transactions.ts";
import { newId, type World } from "./world.ts";

/** A transfer as the account that receives it sees it: a payment `py_…` of its own. */
export function arrivedPayment(
  world: World,
  account: string,
  from: { transfer: string; amount: number; currency: string; availableOn: number },
): Stripe.Charge {
  const id = newId(world.store, "py_");
  const { amount, currency, availableOn } = from;
  const txn = moveFor(world, account, {
    amount,
    currency,
    type: "payment",
    category: "transfer",
    source: id,
    availableOn,
  });
  const payment: Stripe.Charge = {
    id,
    object: "charge",
    amount,
    amount_captured: amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: txn.id,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: world.now,
    currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { type: "stripe_account", stripe_account: {} },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: from.transfer,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "succeeded",
    transfer_data: null,
    transfer_group: null,
  };
  return world.store.add("charge", payment, account);
}
