import { openSettlement } from "#server/billing/open-settlement.ts";
import { CONSENT_VERSION, type SetupId } from "#server/billing/payment-method.ts";
import type { SettlementId } from "#server/billing/settlement.ts";
import { type Actor, type OrganisationId, SYSTEM } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { type Currency, money, splitFee } from "#server/kernel/money.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { endHolds } from "#server/payouts/end-holds.ts";
import type { PayoutId } from "#server/payouts/payout.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { as, company } from "./people.ts";
import { passTime, settleDown } from "./stripe.ts";

/** Test cards of Stripe's, by what happens to whoever uses them. */
export const CARD = {
  good: "4242424242424242",
  declinesWhenCharged: "4000000000000341",
  asksOwnerAlways: "4000002760003184",
  asksOwnerOnSetup: "4000002500003155",
} as const;

/** Fills in one of Stripe's pages as a person would; answers where it leads. */
export async function fillIn(url: string, form: Record<string, string>): Promise<string | null> {
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  return answer.headers.get("location");
}

/** The merchant's owner saves a card on Stripe's page and comes back. */
export async function saveCard(owner: Actor, card: string = CARD.good, currency: Currency = "usd"): Promise<SetupId> {
  const setupId: SetupId = newId("pms");
  await as(owner).billing.savePaymentMethod({ setupId, currency, consentVersion: CONSENT_VERSION });
  await settleDown();
  const { url } = await db.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
  const next = await fillIn(url ?? "", { card });
  if (next?.includes("/3ds/")) await fetch((await fillIn(next, { outcome: "pass" })) ?? "", { redirect: "manual" });
  await settleDown();
  return setupId;
}

/** The provider's owner tells Stripe everything it asks. */
export async function connectAccount(owner: Actor, form: Record<string, string> = { bank: "ok" }): Promise<void> {
  await as(owner).payouts.connectAccount({ country: "US" });
  await settleDown();
  const { account } = await as(owner).payouts.account();
  await fillIn(account?.onboardingUrl ?? "", form);
  await as(owner).payouts.refreshAccount();
  await settleDown();
}

/** A merchant with a card and a provider with an account. */
export async function traders({ card = CARD.good }: { card?: string | null } = {}) {
  const [merchant, provider] = await Promise.all([company("merchant"), company("provider")]);
  if (card) await saveCard(merchant.merchant_owner, card);
  await connectAccount(provider.provider_owner);
  return { merchant, provider };
}
export type Traders = Awaited<ReturnType<typeof traders>>;

type Fee = { minor?: bigint; takeRateBp?: number; currency?: Currency; holdDays?: number };

/** A deal between them was confirmed: its settlement is opened as deals would, and nothing is done about it yet. */
export function confirmedDeal(
  between: { merchant: { id: OrganisationId }; provider: { id: OrganisationId } },
  { minor = 10_000n, takeRateBp = 2_000, currency = "usd", holdDays = 7 }: Fee = {},
): Promise<SettlementId> {
  const gross = money(minor, currency);
  return inTransaction((tx) =>
    openSettlement(tx, SYSTEM, {
      dealId: newId("deal"),
      leadId: newId("lead"),
      programId: newId("program"),
      termsVersionId: newId("terms"),
      merchantId: between.merchant.id,
      providerId: between.provider.id,
      feeBase: gross,
      gross,
      ...splitFee(gross, takeRateBp),
      takeRateBp,
      calculation: [{ step: "fixed", feeMinor: minor.toString() }],
      grade: "A",
      holdDays,
    }),
  );
}

/** Collected, and its hold is over: the earning waits for a payout. */
export async function payableDeal(between: Traders, fee: Fee = {}): Promise<SettlementId> {
  const settlementId = await confirmedDeal(between, fee);
  await settleDown();
  await endHolds(await passTime(((fee.holdDays ?? 7) + 1) * DAY_MS));
  return settlementId;
}

/** Finance's maker puts what a provider may be paid into a payout and submits it. */
export async function submittedPayout(maker: Actor, providerId: OrganisationId, currency: Currency = "usd") {
  const payoutId: PayoutId = newId("pay");
  await as(maker).payouts.make({ payoutId, providerId, currency });
  await as(maker).payouts.submit({ payoutId });
  const { hash } = await as(maker).payouts.one({ payoutId });
  return { payoutId, hash };
}
