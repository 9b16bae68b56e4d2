import type Stripe from "stripe";

/** The ways of paying the sandbox knows. */
export const METHOD_TYPES = ["card", "link", "us_bank_account", "sepa_debit"] as const;

/** What a test bank account shows of itself. */
export function debitNamed(type: "us_bank_account" | "sepa_debit"): Partial<Stripe.PaymentMethod> {
  if (type === "sepa_debit") {
    return {
      sepa_debit: {
        bank_code: "37040044",
        branch_code: "",
        country: "DE",
        fingerprint: "sepaTestBank0001",
        generated_from: { charge: null, setup_attempt: null },
        last4: "3000",
      },
    };
  }
  return {
    us_bank_account: {
      account_holder_type: "company",
      account_type: "checking",
      bank_name: "STRIPE TEST BANK",
      financial_connections_account: null,
      fingerprint: "usTestBank000001",
      last4: "6789",
      networks: { preferred: "ach", supported: ["ach"] },
      routing_number: "110000000",
      status_details: {},
    },
  };
}
