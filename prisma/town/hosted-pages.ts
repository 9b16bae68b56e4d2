import { CONSENT_VERSION } from "#server/billing/payment-method.ts";
import { savePaymentMethod } from "#server/billing/save-payment-method.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import type { Currency } from "#server/kernel/money.ts";
import { connectPayoutAccount } from "#server/payouts/connect-payout-account.ts";
import { db } from "#server/platform/db.ts";
import type { Stage } from "#server/testing/stage.ts";

/** Cards of the sandbox by what becomes of a charge later. */
export const CARDS = {
  good: "4242424242424242",
  declinedLater: "4000000000000341",
  asksEachTime: "4000002760003184",
} as const;

/** A merchant's owner saves a card on Stripe's page, as a person would. */
export async function saveCard(
  stage: Stage,
  owner: Actor,
  currency: Currency,
  card: keyof typeof CARDS,
): Promise<void> {
  const setupId = newId("pms");
  await savePaymentMethod(
    owner,
    { setupId, currency: currency as "usd", consentVersion: CONSENT_VERSION },
    { ip: null, userAgent: null },
  );
  await stage.settle();
  const { url } = await db.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } });
  await sendForm(url, { card: CARDS[card], do: "save" });
  await stage.settle();
}

/** A provider's owner goes through Stripe's onboarding. */
export async function onboard(stage: Stage, owner: Actor, country: string, bank = "ok"): Promise<void> {
  const id = await connectPayoutAccount(owner, { country });
  await stage.settle();
  const { onboardingUrl } = await db.payoutAccount.findUniqueOrThrow({ where: { id } });
  await sendForm(onboardingUrl, { bank, do: "finish" });
  await stage.settle();
}

/** Sends a page's form and follows it to the bank's own question, which is answered with yes. */
async function sendForm(url: string | null, fields: Record<string, string>): Promise<void> {
  if (!url) throw new Error("Stripe's page has no address yet");
  const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  const next = answer.headers.get("location");
  if (answer.status >= 400) throw new Error(`Stripe's page refused the form: ${answer.status}`);
  if (next && new URL(next, url).pathname.startsWith("/3ds/"))
    await fetch(new URL(next, url), {
      method: "POST",
      body: new URLSearchParams({ outcome: "pass" }),
      redirect: "manual",
    });
}
