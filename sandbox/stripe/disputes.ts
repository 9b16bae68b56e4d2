import type Stripe from "stripe";
import { decideDispute, loseDispute } from "./dispute-money.ts";
import { emit } from "./events.ts";
import { LIST, list } from "./lists.ts";
import { type Parsed, withMetadata } from "./params.ts";
import { invalid, unknownId } from "./refusal.ts";
import { route } from "./router.ts";
import { later } from "./tasks.ts";
import type { World } from "./world.ts";

const DECIDED_AFTER_MS = 250;
const EVIDENCE = {
  access_activity_log: "text",
  billing_address: "text",
  cancellation_policy: "text",
  cancellation_policy_disclosure: "text",
  cancellation_rebuttal: "text",
  customer_communication: "text",
  customer_email_address: "text",
  customer_name: "text",
  customer_purchase_ip: "text",
  customer_signature: "text",
  duplicate_charge_documentation: "text",
  duplicate_charge_explanation: "text",
  duplicate_charge_id: "text",
  product_description: "text",
  receipt: "text",
  refund_policy: "text",
  refund_policy_disclosure: "text",
  refund_refusal_explanation: "text",
  service_date: "text",
  service_documentation: "text",
  shipping_address: "text",
  shipping_carrier: "text",
  shipping_date: "text",
  shipping_documentation: "text",
  shipping_tracking_number: "text",
  uncategorized_file: "text",
  uncategorized_text: "text",
} as const;
const UPDATE = { evidence: EVIDENCE, metadata: "metadata", submit: "flag" } as const;

function disputeNamed(world: World, id: string): Stripe.Dispute {
  const dispute = world.store.find("dispute", id, world.account);
  if (!dispute) throw unknownId("dispute", id);
  return dispute;
}

function update(world: World, params: Parsed<typeof UPDATE>, id: string): Stripe.Dispute {
  const before = disputeNamed(world, id);
  const open = before.status === "needs_response" || before.status === "warning_needs_response";
  if (params.evidence && !open) throw invalid("This dispute is already closed", { param: "evidence" });
  const submits = params.evidence !== undefined && (params.submit ?? true);
  const after = world.store.save<Stripe.Dispute>({
    ...before,
    evidence: { ...before.evidence, ...params.evidence },
    evidence_details: {
      ...before.evidence_details,
      has_evidence: before.evidence_details.has_evidence || params.evidence !== undefined,
      submission_count: before.evidence_details.submission_count + Number(submits),
      submission_method: submits ? "manual" : before.evidence_details.submission_method,
    },
    metadata: withMetadata(before.metadata, params.metadata),
    status: submits ? underReview(before.status) : before.status,
  });
  emit(world, "charge.dispute.updated", after, before);
  const said = after.evidence.uncategorized_text;
  if (submits && (said === "winning_evidence" || said === "losing_evidence")) {
    later(world, "dispute.decide", id, DECIDED_AFTER_MS);
  }
  return after;
}

function underReview(status: Stripe.Dispute.Status): Stripe.Dispute.Status {
  return status === "warning_needs_response" ? "warning_under_review" : "under_review";
}

/** The bank decides, by the words it was given. */
export function decideByEvidence(world: World, id: string): void {
  const dispute = disputeNamed(world, id);
  decideDispute(world, dispute, dispute.evidence.uncategorized_text === "winning_evidence");
}

function close(world: World, id: string): Stripe.Dispute {
  const dispute = disputeNamed(world, id);
  if (dispute.status !== "needs_response" && dispute.status !== "warning_needs_response") {
    throw invalid("This dispute is already closed");
  }
  return loseDispute(world, dispute);
}

const FILTER = { ...LIST, charge: "text", payment_intent: "text", created: "range" } as const;
const WARNINGS = { ...LIST, charge: "text", payment_intent: "text", created: "range" } as const;

/** The calls about disputes, and about the warnings that come before them. */
export const disputeRoutes = [
  route("GET /v1/disputes", FILTER, (world, params) =>
    list(world, "dispute", "/v1/disputes", params, {
      fields: { charge: params.charge, payment_intent: params.payment_intent },
      created: params.created,
    }),
  ),
  route("GET /v1/disputes/:id", {}, (world, _, id) => disputeNamed(world, id)),
  route("POST /v1/disputes/:id", UPDATE, update),
  route("POST /v1/disputes/:id/close", {}, (world, _, id) => close(world, id)),
  route("GET /v1/radar/early_fraud_warnings", WARNINGS, (world, params) =>
    list(world, "radar.early_fraud_warning", "/v1/radar/early_fraud_warnings", params, {
      fields: { charge: params.charge, payment_intent: params.payment_intent },
      created: params.created,
    }),
  ),
  route("GET /v1/radar/early_fraud_warnings/:id", {}, (world, _, id) => {
    const warning = world.store.find("radar.early_fraud_warning", id, world.account);
    if (!warning) throw unknownId("early_fraud_warning", id);
    return warning;
  }),
];
