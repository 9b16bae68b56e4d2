import { afterEach, expect, test } from "vitest";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { db } from "#server/platform/db.ts";
import { stripe } from "#server/platform/stripe.ts";
import { expectBooksToBalance } from "#server/testing/books.ts";
import { CARD, fillIn, saveCard } from "#server/testing/money.ts";
import { as, company } from "#server/testing/people.ts";
import { fault, hearSandboxStripe, kept, passTime, settleDown } from "#server/testing/stripe.ts";
import { CONSENT_VERSION, type SetupId } from "./payment-method.ts";

hearSandboxStripe();
afterEach(expectBooksToBalance);

const wish = (setupId: SetupId = newId("pms")) => ({
  setupId,
  currency: "usd" as const,
  consentVersion: CONSENT_VERSION,
});

test("the owner saves a card on Stripe's page; who agreed, to what, when and from where is kept", async () => {
  const merchant = await company("merchant");
  const setupId = await saveCard(merchant.merchant_owner);
  expect(await as(merchant.merchant_closer).billing.paymentMethod()).toMatchObject({
    method: { brand: "visa", last4: "4242" },
    setup: { status: "completed", url: null },
  });
  expect(await db.paymentMethodSetup.findUniqueOrThrow({ where: { id: setupId } })).toMatchObject({
    consentVersion: CONSENT_VERSION,
    consentUserId: merchant.merchant_owner.userId,
    consentIp: "203.0.113.7",
    consentUserAgent: "a test",
  });
});

test("a closer does not change how the merchant pays, and a text that was not shown is not agreed to", async () => {
  const merchant = await company("merchant");
  await expect(as(merchant.merchant_closer).billing.savePaymentMethod(wish())).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const old = { ...wish(), consentVersion: "2020-01" as typeof CONSENT_VERSION };
  await expect(as(merchant.merchant_owner).billing.savePaymentMethod(old)).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  const yen = { ...wish(), currency: "jpy" as const };
  await expect(as(merchant.merchant_owner).billing.savePaymentMethod(yen)).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
  expect(await db.paymentMethodSetup.count({ where: { merchantId: merchant.id } })).toBe(0);
});

test("asking eight times opens one page, and a lost answer makes one customer", async () => {
  const merchant = await company("merchant");
  const one = wish();
  await fault("drop_after_commit", "POST", "/v1/customers$");
  await Promise.all(Array.from({ length: 8 }, () => as(merchant.merchant_owner).billing.savePaymentMethod(one)));
  await settleDown();
  const sessions = await kept<{ client_reference_id: string }>("checkout.session");
  expect(sessions.filter((s) => s.client_reference_id === one.setupId)).toHaveLength(1);
  const customers = await kept<{ metadata: { merchant_id?: string } }>("customer");
  expect(customers.filter((c) => c.metadata.merchant_id === merchant.id)).toHaveLength(1);
});

test("another merchant's visit to Stripe's page is unknown", async () => {
  const [mine, other] = [await company("merchant"), await company("merchant")];
  const one = wish();
  await as(mine.merchant_owner).billing.savePaymentMethod(one);
  const unknown = { message: "setup_is_unknown" };
  await expect(as(other.merchant_owner).billing.savePaymentMethod(one)).rejects.toMatchObject(unknown);
  await expect(as(other.merchant_owner).billing.refreshSetup({ setupId: one.setupId })).rejects.toMatchObject(unknown);
});

test("a payment method that is not the merchant's own is not taken", async () => {
  const [mine, other] = [await company("merchant"), await company("merchant")];
  await saveCard(other.merchant_owner);
  const one = wish();
  await as(mine.merchant_owner).billing.savePaymentMethod(one);
  await settleDown();
  const foreign = await db.paymentMethodSetup.findFirstOrThrow({ where: { merchantId: other.id } });
  await db.paymentMethodSetup.update({ where: { id: foreign.id }, data: { checkoutSessionId: null } });
  const { checkoutSessionId } = foreign;
  await db.paymentMethodSetup.update({ where: { id: one.setupId }, data: { checkoutSessionId } });
  await as(mine.merchant_owner).billing.refreshSetup({ setupId: one.setupId });
  await settleDown();
  expect(await as(mine.merchant_owner).billing.paymentMethod()).toMatchObject({
    method: null,
    setup: { status: "failed" },
  });
});

test("a card that is refused on the page is not saved; another one then is, and takes the first one's place", async () => {
  const merchant = await company("merchant");
  const one = wish();
  await as(merchant.merchant_owner).billing.savePaymentMethod(one);
  await settleDown();
  const { url } = await db.paymentMethodSetup.findUniqueOrThrow({ where: { id: one.setupId } });
  expect(await fillIn(url ?? "", { card: "4000000000000002" })).toBeNull();
  await settleDown();
  expect(await as(merchant.merchant_owner).billing.paymentMethod()).toMatchObject({
    method: null,
    setup: { status: "open" },
  });
  await fillIn(url ?? "", { card: CARD.good });
  await settleDown();
  await saveCard(merchant.merchant_owner, "5555555555554444");
  expect(await as(merchant.merchant_owner).billing.paymentMethod()).toMatchObject({ method: { brand: "mastercard" } });
  expect(await db.paymentMethod.count({ where: { merchantId: merchant.id, endedAt: null } })).toBe(1);
});

test("a page that nobody used expires, and a method that was detached at Stripe is not used any more", async () => {
  const merchant = await company("merchant");
  await saveCard(merchant.merchant_owner);
  const one = wish();
  await as(merchant.merchant_owner).billing.savePaymentMethod(one);
  await settleDown();
  await passTime(25 * 3_600_000);
  await passTime(DAY_MS);
  await settleDown();
  await as(merchant.merchant_owner).billing.refreshSetup({ setupId: one.setupId });
  await settleDown();
  expect(await as(merchant.merchant_owner).billing.paymentMethod()).toMatchObject({ setup: { status: "expired" } });
  const method = await db.paymentMethod.findFirstOrThrow({ where: { merchantId: merchant.id } });
  await stripe.paymentMethods.detach(method.stripePaymentMethodId);
  await settleDown();
  expect(await as(merchant.merchant_owner).billing.paymentMethod()).toMatchObject({ method: null });
});
