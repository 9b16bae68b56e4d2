import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { debitNamed } from "./bank-debits.ts";
import { type Card, cardNamed, cardNumbered, DECLINES, type Decline } from "./cards.ts";
import { emit } from "./events.ts";
import { idOf } from "./kinds.ts";
import { invalid, Refusal, unknownId } from "./refusal.ts";
import { newId, type World } from "./world.ts";

const NO_ADDRESS = { city: null, country: null, line1: null, line2: null, postal_code: null, state: null };
const EXPIRES_IN_YEARS = 4;
const MOST_KEPT = 500;

/** What is filled in when a method is kept for somebody. */
interface MethodDetails {
  billing?: { name?: string | null; email?: string | null; phone?: string | null } | undefined;
  metadata?: Record<string, string> | undefined;
  redisplay?: Stripe.PaymentMethod.AllowRedisplay | undefined;
}

/** Makes a method of its own from a test card or a test bank account. */
export function makeMethod(world: World, from: Card | "us_bank_account" | "sepa_debit", details: MethodDetails = {}) {
  const method: Stripe.PaymentMethod = {
    id: newId(world.store, "pm_"),
    object: "payment_method",
    allow_redisplay: details.redisplay ?? "unspecified",
    billing_details: { address: NO_ADDRESS, email: null, name: null, phone: null, tax_id: null, ...details.billing },
    created: world.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: details.metadata ?? {},
    type: typeof from === "string" ? from : "card",
    ...(typeof from === "string" ? debitNamed(from) : { card: cardFace(world, from) }),
  };
  return world.store.add("payment_method", method, world.account, {
    card: typeof from === "string" ? null : from.number,
  });
}

function cardFace(world: World, card: Card): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: card.country ?? "US",
    display_brand: card.brand === "amex" ? "american_express" : card.brand,
    exp_month: 12,
    exp_year: new Date(world.now * 1000).getUTCFullYear() + EXPIRES_IN_YEARS,
    fingerprint: createHash("sha256").update(card.number).digest("hex").slice(0, 16),
    funding: card.funding ?? "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

/** The method a caller named: one that is kept, or a magic `pm_card_…`, which is copied so that nobody shares it. */
export function methodNamed(world: World, id: string): Stripe.PaymentMethod {
  const kept = world.store.find("payment_method", id, world.account);
  if (kept) return kept;
  if (id === "pm_usBankAccount_success" || id === "pm_usBankAccount") return makeMethod(world, "us_bank_account");
  const card = /^pm_card_(\w+)$/.exec(id)?.[1];
  const template = card ? cardNamed(card) : undefined;
  if (!template) throw unknownId("PaymentMethod", id, "payment_method");
  return makeMethod(world, template);
}

/** The test card behind a kept method; undefined for a bank account. */
export function cardOf(world: World, method: Stripe.PaymentMethod): Card | undefined {
  const number = world.store.place(method.id)?.aside.card;
  return typeof number === "string" ? cardNumbered(number) : undefined;
}

/** Gives a method to a customer. */
export function attach(world: World, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  const owner = idOf(method.customer);
  if (owner === customer) return method;
  if (owner) {
    throw invalid("The payment method you provided has already been attached to a customer.");
  }
  if (world.store.place(method.id)?.aside.spent) throw spentMethod();
  if (world.store.list("payment_method", { fields: { customer }, limit: MOST_KEPT }).length === MOST_KEPT) {
    throw invalid(`You already attached the maximum number of ${MOST_KEPT} payment methods to this customer.`, {
      code: "customer_max_payment_methods",
    });
  }
  const decline = declineToKeep(world, method);
  if (decline) throw cardRefused(decline);
  const attached = world.store.save({ ...method, customer });
  emit(world, "payment_method.attached", attached);
  return attached;
}

/** Why the bank would not let this card be kept. */
export function declineToKeep(world: World, method: Stripe.PaymentMethod): Decline | undefined {
  const card = cardOf(world, method);
  return card?.attaches ? undefined : card?.decline;
}

/** A bank's no, where no payment is involved. */
export function cardRefused(decline: Decline): Refusal {
  return new Refusal(402, {
    type: "card_error",
    code: decline.code,
    ...(decline.code === "card_declined" ? { decline_code: decline.declineCode } : {}),
    message: decline.message,
    advice_code: decline.advice,
  });
}

/** A method that was used up or taken from its customer can never be used again. */
export function spentMethod(): Refusal {
  const message =
    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment, shared with a connected account without Customer attachment, or was detached from a Customer. It may not be used again. To use a PaymentMethod multiple times, you must attach it to a Customer first.";
  return invalid(message);
}

/**
 * What happens at the next charge. A method's metadata may hold a script of ours, `emu_script: "insufficient_funds|ok"`:
 * one word is taken per attempt, the last one stays.
 */
export function nextFate(world: World, method: Stripe.PaymentMethod): "ok" | Decline | undefined {
  const script = method.metadata?.emu_script;
  if (!script) return undefined;
  const words = script.split("|");
  const attempts = Number(world.store.place(method.id)?.aside.attempts ?? 0);
  world.store.remember(method.id, { attempts: attempts + 1 });
  const word = words[Math.min(attempts, words.length - 1)] ?? "ok";
  if (word === "ok") return "ok";
  return DECLINES[word as keyof typeof DECLINES] ?? DECLINES.generic_decline;
}
