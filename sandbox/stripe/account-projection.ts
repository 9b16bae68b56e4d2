import type Stripe from "stripe";
import { capabilityStatus, dueOf, type Standing } from "./account-standing.ts";
import type { World } from "./world.ts";

const NONE = {
  alternatives: [],
  current_deadline: null,
  currently_due: [],
  disabled_reason: null,
  errors: [],
  eventually_due: [],
  past_due: [],
  pending_verification: [],
};

/** The status of a capability in v1's words. */
export function olderStatus(
  standing: Standing,
  name: "stripe_transfers" | "payouts",
): "active" | "inactive" | "pending" {
  const { status } = capabilityStatus(standing, name);
  return status === "active" || status === "pending" ? status : "inactive";
}

/** A v2 account as v1 shows it. */
export function projectAccount(world: World, account: Stripe.V2.Core.Account, standing: Standing): Stripe.Account {
  const bank = standing.bank ? world.store.find("bank_account", standing.bank) : undefined;
  const due = dueOf(standing);
  return {
    id: account.id,
    object: "account",
    business_type: account.identity?.entity_type === "company" ? "company" : "individual",
    capabilities: { transfers: olderStatus(standing, "stripe_transfers") },
    charges_enabled: false,
    controller: {
      fees: { payer: "application" },
      is_controller: true,
      losses: { payments: "application" },
      requirement_collection: "stripe",
      stripe_dashboard: { type: account.dashboard === "full" ? "full" : (account.dashboard ?? "express") },
      type: "application",
    },
    country: (account.identity?.country ?? "us").toUpperCase(),
    created: Math.floor(Date.parse(account.created) / 1000),
    default_currency: account.defaults?.currency ?? "usd",
    details_submitted: standing.submitted,
    email: account.contact_email ?? null,
    external_accounts: {
      object: "list",
      data: bank ? [bank] : [],
      has_more: false,
      url: `/v1/accounts/${account.id}/external_accounts`,
    },
    future_requirements: NONE,
    metadata: account.metadata ?? {},
    payouts_enabled: olderStatus(standing, "payouts") === "active",
    requirements: {
      ...NONE,
      currently_due: due,
      disabled_reason: due.length > 0 ? "requirements.past_due" : null,
      eventually_due: due,
      past_due: due,
    },
    tos_acceptance: { date: standing.submitted ? world.now : null },
    type: account.dashboard === "full" ? "standard" : "express",
  };
}

/** The platform's own account. */
export function platformAccount(world: World): Stripe.Account {
  return {
    id: "acct_platform",
    object: "account",
    business_type: "company",
    capabilities: { card_payments: "active", transfers: "active" },
    charges_enabled: true,
    controller: { type: "account" },
    country: "US",
    created: world.now,
    default_currency: "usd",
    details_submitted: true,
    email: "platform@example.com",
    future_requirements: NONE,
    metadata: {},
    payouts_enabled: true,
    requirements: NONE,
    type: "standard",
  };
}
