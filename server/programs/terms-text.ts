import { type Currency, exponentOf, MAX_MINOR } from "#server/kernel/money.ts";
import type { FeeBase, FeeRule, Terms, Tier } from "./terms.ts";

/** Between whom and for what terms are agreed, as their text names it. */
export type TermsTitle = { readonly merchant: string; readonly program: string; readonly version: number };

const BASES = {
  contract_value: "the whole value of the contract, net of tax",
  first_year: "the value of the contract's first twelve months, net of tax",
  first_invoice: "the customer's first invoice, net of tax",
} as const satisfies Record<FeeBase, string>;

/**
 * A terms version in plain words: the text that both sides sign. It is written once, when the version comes into force,
 * and kept; a later wording of this function does not touch what was signed.
 */
export function termsText(terms: Terms, { merchant, program, version }: TermsTitle): string {
  return [
    `Terms of ${merchant}'s program "${program}", version ${version}.`,
    ...[...feeLines(terms), ...clockLines(terms), ...dutyLines(terms)].map((text, i) => `${i + 1}. ${text}`),
  ].join("\n");
}

/** SHA-256 of a text, in hex: what a signature is bound to. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function feeLines(terms: Terms): string[] {
  const amount = (minor: bigint) => amountText(minor, terms.currency);
  const cap =
    terms.capMinor === null ? `${amount(MAX_MINOR)}, the most that one charge can carry` : amount(terms.capMinor);
  return [
    "Nothing is charged or held before a deal is confirmed.",
    `For each confirmed deal the merchant pays a settlement fee: ${ruleText(terms.rule, terms.currency)}`,
    `The fee is never less than ${amount(terms.minimumMinor)} and never more than ${cap}.`,
    `The fee base is ${BASES[terms.feeBase]}. ${terms.deductions ? `May be deducted: ${terms.deductions}` : "Nothing is deducted."}`,
    repeatText(terms.repeatMonths),
    `Of each fee Lode keeps ${percentText(terms.takeRateBp)} and the provider gets the rest. The provider bears a fee that cannot be collected.`,
  ];
}

function clockLines(terms: Terms): string[] {
  const { A, B, C, D } = terms.holdDays;
  return [
    `The merchant accepts or rejects a lead within ${count(terms.reviewBusinessDays, "business day")} of its zone. Silence accepts it.`,
    `An accepted lead may be returned, with proof, within ${count(terms.returnBusinessDays, "business day")} and before any win.`,
    `A deal that the provider reports is answered within ${count(terms.answerDays, "day")}. Silence confirms it when its evidence is of grade A or B; otherwise it goes to a dispute and nothing is charged on silence.`,
    `The provider's share is held after its collection for ${A} days with evidence of grade A, ${B} with B, ${C} with C and ${D} with D.`,
  ];
}

function dutyLines(terms: Terms): string[] {
  return [
    `A provider's first touch protects a person for ${count(terms.protectionDays, "day")} within this program.`,
    `After the enrolment ends, deals with leads handed over before it are settled for a further ${count(terms.tailDays, "day")}.`,
    `The merchant reports on each accepted lead at least every ${count(terms.reportEveryDays, "day")}.`,
    "A rejected, returned or lost lead is watched while it is protected and during the tail; when the same person becomes the merchant's customer in that time, Lode opens a report of the deal.",
    "These terms stay as they are for every lead handed over under them. A change is a new version, which both sides sign.",
  ];
}

function ruleText(rule: FeeRule, currency: Currency): string {
  switch (rule.model) {
    case "percent":
      return `${percentText(rule.rateBp)} of the fee base.`;
    case "fixed":
      return `${amountText(rule.fixedMinor, currency)}.`;
    case "tiers_by_value":
      return `${tierTexts(rule.tiers, currency, (from) => `from a fee base of ${amountText(from, currency)}`)}. The tier in which the fee base falls applies to the whole of it.`;
    case "tiers_by_count":
      return `${tierTexts(rule.tiers, currency, (from) => `from deal number ${from} of a ${rule.period}`)}. Each deal counts in the ${rule.period} in which it was won.`;
  }
}

const tierTexts = (tiers: readonly Tier[], currency: Currency, start: (from: bigint) => string): string =>
  tiers
    .map(({ from, fee }) => {
      const part =
        "rateBp" in fee ? `${percentText(fee.rateBp)} of the fee base` : amountText(fee.fixedMinor, currency);
      return `${start(from)}, ${part}`;
    })
    .join("; ");

const repeatText = (months: number): string =>
  months === 0
    ? "Only the first deal with a customer is settled."
    : `Further deals with the same customer within ${count(months, "month")} of the first are settled in the same way.`;

const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? "" : "s"}`;

const percentText = (basisPoints: number): string => `${basisPoints / 100} %`;

function amountText(minor: bigint, currency: Currency): string {
  const exponent = exponentOf(currency);
  const digits = minor.toString().padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = exponent ? `.${digits.slice(-exponent)}` : "";
  return `${whole}${fraction} ${currency.toUpperCase()}`;
}
