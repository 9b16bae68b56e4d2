import { z } from "zod";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { isCurrency } from "#server/kernel/money.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { isSettled } from "./settlement.ts";

export type SetupId = Id<"pms">;
export const SetupId = idSchema("pms");

export const setupIsUnknown = refusal("setup_is_unknown", "not_found");

/** The text a merchant agrees to when it saves a payment method: who may charge, when, how much, how to end it. */
export const CONSENT_VERSION = "2026-11" as const;

/** What a merchant says to save a payment method. The id is made by the page, so that a retry opens no second one. */
export const SavePaymentMethod = z.object({
  setupId: SetupId,
  currency: z.string().refine(isCurrency).refine(isSettled),
  consentVersion: z.literal(CONSENT_VERSION),
});
export type SavePaymentMethod = z.infer<typeof SavePaymentMethod>;
export const AboutSetup = z.object({ setupId: SetupId });
export type AboutSetup = z.infer<typeof AboutSetup>;

export const openCheckout = job("billing.open-checkout", AboutSetup);
export const readSetup = job("billing.read-setup", AboutSetup);
export const readMethod = job("billing.read-method", z.object({ stripePaymentMethodId: z.string().max(255) }));

/** Where the merchant comes back to from Stripe's pages. */
export const BILLING_ROOM = "/merchant/billing";

/** A payment method as Stripe describes it; never more of a card than its last four digits. */
export type MethodFacts = {
  readonly stripePaymentMethodId: string;
  readonly type: string;
  readonly brand: string | null;
  readonly last4: string | null;
  readonly expMonth: number | null;
  readonly expYear: number | null;
  readonly fingerprint: string | null;
};
