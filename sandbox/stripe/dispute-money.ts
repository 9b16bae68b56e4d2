import type Stripe from "stripe";
import { move } from "./balance-transactions.ts";
import { chargedCard, chargeNamed } from "./charges.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { invalid } from "./refusal.ts";
import { asSettled } from "./settlement.ts";
import { newId, type World } from "./world.ts";

const FEE = 1500;
const ANSWER_SECONDS = 7 * 86_400;

/** What somebody complains about to their bank. */
interface Complaint {
  amount?: number;
  reason?: string;
  /** The bank only asks: no money moves. */
  inquiry?: boolean;
}

/** Somebody told their bank that a charge is wrong. */
export function openDispute(world: World, chargeId: string, complaint: Complaint): Stripe.Dispute {
  const charge = chargeNamed(world, chargeId);
  const amount = complaint.amount ?? charge.amount_captured - charge.amount_refunded;
  if (charge.status !== "succeeded" || amount < 1 || amount > charge.amount_captured) {
    throw invalid("Only money that was taken and not given back can be disputed.", { param: "amount" });
  }
  const dispute = world.store.add("dispute", newDispute(world, charge, amount, complaint), world.account);
  emit(world, "charge.dispute.created", dispute);
  if (complaint.inquiry) return dispute;
  const withdrawn = withdraw(world, dispute);
  emit(world, "charge.dispute.funds_withdrawn", withdrawn);
  const disputed = world.store.save({ ...charge, disputed: true });
  emit(world, "charge.updated", disputed, charge);
  return withdrawn;
}

function newDispute(world: World, charge: Stripe.Charge, amount: number, complaint: Complaint): Stripe.Dispute {
  const { inquiry = false, reason = "general" } = complaint;
  const brand = charge.payment_method_details?.card?.brand ?? "visa";
  return {
    id: newId(world.store, "dp_"),
    object: "dispute",
    amount,
    balance_transactions: [],
    charge: charge.id,
    created: world.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...NO_EVIDENCE },
    evidence_details: {
      due_by: world.now + ANSWER_SECONDS,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: null,
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    payment_intent: idOf(charge.payment_intent),
    payment_method_details: {
      card: { brand, case_type: inquiry ? "inquiry" : "chargeback", network: brand, network_reason_code: "10.4" },
      type: "card",
    },
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  };
}

function withdraw(world: World, dispute: Stripe.Dispute): Stripe.Dispute {
  const settled = asSettled(world, chargeNamed(world, idOf(dispute.charge) ?? ""), dispute.amount);
  const txn = move(world, {
    ...settled,
    amount: -settled.amount,
    fee: FEE,
    type: "adjustment",
    category: "dispute",
    source: dispute.id,
    description: `Chargeback withdrawal for ${idOf(dispute.charge)}`,
  });
  return world.store.save<Stripe.Dispute>({ ...dispute, balance_transactions: [txn] });
}

/** The bank has decided. */
export function decideDispute(world: World, before: Stripe.Dispute, won: boolean): Stripe.Dispute {
  if (["won", "lost", "warning_closed", "prevented"].includes(before.status)) {
    throw invalid("This dispute is already closed");
  }
  if (before.status.startsWith("warning_")) return closed(world, before, { status: "warning_closed" });
  if (!won) return loseDispute(world, before);
  const back = move(world, {
    ...asSettled(world, chargeNamed(world, idOf(before.charge) ?? ""), before.amount),
    type: "adjustment",
    category: "dispute_reversal",
    source: before.id,
    description: `Chargeback reversal for ${idOf(before.charge)}`,
  });
  const balance_transactions = [...before.balance_transactions, back];
  const after = closed(world, before, { status: "won", balance_transactions });
  emit(world, "charge.dispute.funds_reinstated", after);
  return after;
}

/** The dispute is lost, or given up: what was withdrawn stays away. */
export function loseDispute(world: World, before: Stripe.Dispute): Stripe.Dispute {
  const inquiry = before.status.startsWith("warning_");
  return closed(world, before, { status: inquiry ? "warning_closed" : "lost" });
}

function closed(world: World, before: Stripe.Dispute, change: Partial<Stripe.Dispute>): Stripe.Dispute {
  const after = world.store.save<Stripe.Dispute>({ ...before, ...change });
  emit(world, "charge.dispute.updated", after, before);
  emit(world, "charge.dispute.closed", after);
  return after;
}

/** What the magic cards bring: a dispute, two of them, an inquiry, or only a warning. */
export function openByCard(world: World, chargeId: string): void {
  const kind = chargedCard(world, chargeId)?.dispute;
  if (kind === "inquiry") openDispute(world, chargeId, { inquiry: true, reason: "general" });
  else if (kind === "fraud_warning") warn(world, chargeId);
  else if (kind === "twice") {
    const { amount_captured } = chargeNamed(world, chargeId);
    const half = Math.floor(amount_captured / 2);
    openDispute(world, chargeId, { amount: half, reason: "fraudulent" });
    openDispute(world, chargeId, { amount: amount_captured - half, reason: "fraudulent" });
  } else if (kind) openDispute(world, chargeId, { reason: kind });
}

function warn(world: World, chargeId: string): void {
  const intent = idOf(chargeNamed(world, chargeId).payment_intent);
  const warning: Stripe.Radar.EarlyFraudWarning = {
    id: newId(world.store, "issfr_"),
    object: "radar.early_fraud_warning",
    actionable: true,
    charge: chargeId,
    created: world.now,
    fraud_type: "made_with_stolen_card",
    livemode: false,
    ...(intent ? { payment_intent: intent } : {}),
  };
  world.store.add("radar.early_fraud_warning", warning, world.account);
  emit(world, "radar.early_fraud_warning.created", warning);
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};
