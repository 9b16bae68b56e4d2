import type { Currency } from "#server/kernel/money.ts";
import { refusal } from "#server/kernel/refusal.ts";

export const fundsAreShort = refusal("funds_are_short", "conflict");

type Nature = { readonly debitNormal: boolean; readonly guarded: boolean };

const asset: Nature = { debitNormal: true, guarded: true };
const openAsset: Nature = { debitNormal: true, guarded: false };
const liability: Nature = { debitNormal: false, guarded: true };
const openLiability: Nature = { debitNormal: false, guarded: false };

/**
 * The chart of accounts (money.md). A guarded one may not go below nothing, which the database checks; Stripe's balance,
 * the bank and what is not yet explained may, because they mirror what somebody else did.
 */
export const CHART = {
  merchant_receivable: asset,
  stripe_unsettled: asset,
  stripe_balance: openAsset,
  bank_in_transit: openAsset,
  bank: openAsset,
  dispute_suspense: asset,
  provider_receivable: asset,
  fx_clearing: openAsset,
  "provider_payable.contingent": liability,
  "provider_payable.held": liability,
  "provider_payable.released": liability,
  "provider_payable.in_transfer": liability,
  "provider_payable.disputed": liability,
  deferred_platform_fee: liability,
  merchant_refund_due: liability,
  tax_payable: liability,
  unmatched_stripe: openLiability,
  platform_revenue: openLiability,
  processing_fees: openAsset,
  dispute_fees: openAsset,
  payout_fees: openAsset,
  bad_debt: openAsset,
  fx_gain_loss: openAsset,
} as const satisfies Record<string, Nature>;

export type AccountKind = keyof typeof CHART;
export const ACCOUNT_KINDS = Object.keys(CHART) as readonly AccountKind[];

const OWNED = [
  "merchant_receivable",
  "provider_receivable",
  "provider_payable.contingent",
  "provider_payable.held",
  "provider_payable.released",
  "provider_payable.in_transfer",
  "provider_payable.disputed",
  "merchant_refund_due",
] as const satisfies readonly AccountKind[];

/** Accounts that exist once per organisation and currency. */
export type OwnedKind = (typeof OWNED)[number];
/** Accounts that exist once per currency. */
export type CommonKind = Exclude<AccountKind, OwnedKind>;

/** One pot of money of one currency; its name carries both, so that two currencies never share a pot. */
export type Account = Nature & {
  readonly name: string;
  readonly kind: AccountKind;
  readonly ownerId: string | null;
  readonly currency: Currency;
};

/** The platform's own account of a kind. */
export const common = (kind: CommonKind, currency: Currency): Account => ({
  ...CHART[kind],
  name: `${kind}:${currency}`,
  kind,
  ownerId: null,
  currency,
});

/** An organisation's account of a kind. */
export const owned = (kind: OwnedKind, ownerId: string, currency: Currency): Account => ({
  ...CHART[kind],
  name: `${kind}:${ownerId}:${currency}`,
  kind,
  ownerId,
  currency,
});

/** The two running sums of an account, as the database keeps them. */
export type Sums = {
  readonly debitNormal: boolean;
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
};

/** What is in an account, seen from its normal side. */
export const balance = (sums: Sums): bigint =>
  sums.debitNormal ? sums.debitsMinor - sums.creditsMinor : sums.creditsMinor - sums.debitsMinor;
