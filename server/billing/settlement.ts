import { z } from "zod";
import type { Prisma } from "#prisma";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { add, type Currency, MAX_MINOR, type Money } from "#server/kernel/money.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { prose } from "#server/kernel/text.ts";

export type SettlementId = Id<"stl">;
export const SettlementId = idSchema("stl");

/** Where a settlement stands: its collection's state, or accrued before it has one. */
export type SettlementStatus =
  | "accrued"
  | "collecting"
  | "collected"
  | "action_required"
  | "retry_scheduled"
  | "processing"
  | "uncollectible"
  | "void";

export const settlementIsUnknown = refusal("settlement_is_unknown", "not_found");
export const settlementIsCharged = refusal("settlement_is_charged", "conflict");
export const settlementIsBeingCharged = refusal("settlement_is_being_charged", "conflict");
export const feeIsTooLarge = refusal("fee_is_too_large", "invalid");
export const currencyIsNotSettled = refusal("currency_is_not_settled", "invalid");

export const AboutSettlement = z.object({ settlementId: SettlementId });
export type AboutSettlement = z.infer<typeof AboutSettlement>;

const MAX_VOID_REASON = 500;
export const VoidSettlement = z.object({
  settlementId: SettlementId,
  reason: prose(MAX_VOID_REASON).pipe(z.string().min(3)),
});
export type VoidSettlement = z.infer<typeof VoidSettlement>;

/** One step from the deal's value to the fee, as data for words; amounts in it are digits of the minor unit. */
export type CalculationStep = { readonly step: string } & Readonly<
  Record<string, Prisma.InputJsonValue | null | undefined>
>;

/** The fee of one confirmed deal, with everything that explains it. Billing keeps the ids and never asks what a deal is. */
export type NewSettlement = {
  readonly dealId: string;
  readonly leadId: string;
  readonly programId: string;
  readonly termsVersionId: string;
  readonly merchantId: string;
  readonly providerId: string;
  readonly feeBase: Money;
  readonly gross: Money;
  readonly platform: Money;
  readonly provider: Money;
  readonly takeRateBp: number;
  readonly calculation: readonly CalculationStep[];
  readonly grade: string;
  readonly holdDays: number;
};

/** Least that Stripe charges, in minor units, for each currency that the platform's Stripe settles in. */
const MINIMUM_CHARGE: Partial<Record<Currency, bigint>> = { usd: 50n, eur: 50n, gbp: 30n };

/** The smallest fee that can be charged at once; smaller ones wait together. Refuses a currency Lode does not settle in. */
export function minimumCharge(currency: Currency): bigint {
  const minimum = MINIMUM_CHARGE[currency];
  if (minimum === undefined) throw currencyIsNotSettled({ currency });
  return minimum;
}

/** Whether the platform's Stripe settles in a currency. */
export const isSettled = (currency: Currency): boolean => MINIMUM_CHARGE[currency] !== undefined;

/** One settlement, one currency, two parts that are the whole, and no more than one charge can take. */
export function assertWhole({ gross, platform, provider, feeBase }: NewSettlement): void {
  minimumCharge(gross.currency);
  if (gross.minor <= 0n || gross.minor > MAX_MINOR) throw feeIsTooLarge();
  if (feeBase.currency !== gross.currency) throw new RangeError("the fee base has another currency");
  if (platform.minor < 0n || provider.minor < 0n || add(platform, provider).minor !== gross.minor)
    throw new RangeError("the shares are not the whole");
}
