const WORDS = [
  "merchant_receivable",
  "stripe_unsettled",
  "stripe_balance",
  "bank_in_transit",
  "bank",
  "dispute_suspense",
  "provider_receivable",
  "fx_clearing",
  "payable_contingent",
  "payable_held",
  "payable_released",
  "payable_in_transfer",
  "payable_disputed",
  "deferred_platform_fee",
  "merchant_refund_due",
  "tax_payable",
  "unmatched_stripe",
  "platform_revenue",
  "processing_fees",
  "dispute_fees",
  "payout_fees",
  "bad_debt",
  "fx_gain_loss",
] as const;

/** The key of an account's word, from its kind or its whole name (`provider_payable.held:org_…:usd`). */
export function accountWord(name: string): (typeof WORDS)[number] {
  const kind = name.replace(/:.*$/, "").replace("provider_payable.", "payable_");
  return WORDS.find((known) => known === kind) ?? "unmatched_stripe";
}
