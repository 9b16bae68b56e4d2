import { exponentOf, parseAmount } from "#server/kernel/money.ts";
import {
  DEFAULT_TERMS,
  type FeeBase,
  GRADES,
  type Grade,
  settledCurrency,
  type Terms,
  type TermsInput,
  type Tier,
  type TierPeriod,
} from "#server/programs/terms.ts";

export const MODELS = ["percent", "fixed", "tiers_by_value", "tiers_by_count"] as const;
type Model = (typeof MODELS)[number];

/** Fields of the terms that are whole numbers, with what their limits are. */
export const NUMBERS = {
  repeatMonths: [0, 36],
  reviewBusinessDays: [1, 10],
  returnBusinessDays: [1, 20],
  answerDays: [3, 30],
  protectionDays: [30, 365],
  tailDays: [0, 365],
  reportEveryDays: [7, 60],
} as const;
export type NumberField = keyof typeof NUMBERS;
export const NUMBER_FIELDS = Object.keys(NUMBERS) as NumberField[];

/** One tier as it is typed. */
export type TypedTier = { readonly from: string; readonly kind: "percent" | "fixed"; readonly fee: string };

/** Terms as they are typed: text in every field, so that nothing a person wrote is lost. */
export type TypedTerms = {
  readonly currency: string;
  readonly model: Model;
  readonly percent: string;
  readonly fixed: string;
  readonly tiers: readonly TypedTier[];
  readonly period: TierPeriod;
  readonly minimum: string;
  readonly cap: string;
  readonly feeBase: FeeBase;
  readonly deductions: string;
  readonly holds: Readonly<Record<Grade, string>>;
  readonly numbers: Readonly<Record<NumberField, string>>;
};

/** What cannot be read, by field: tiers by their number. */
export type Unreadable = ReadonlySet<string>;

/** The form of given terms, or of those that a new program begins with. */
export function typedOf(terms: Terms | null, currency: string): TypedTerms {
  const amount = (minor: bigint) => typedAmount(minor, terms?.currency ?? settledCurrency(currency));
  const rule = terms?.rule;
  const given = terms ?? DEFAULT_TERMS;
  const { A, B, C, D } = given.holdDays;
  return {
    currency: terms?.currency ?? currency,
    model: rule?.model ?? "percent",
    percent: rule?.model === "percent" ? typedRate(rule.rateBp) : terms ? "" : "10",
    fixed: rule?.model === "fixed" ? amount(rule.fixedMinor) : "",
    tiers: rule && "tiers" in rule ? rule.tiers.map((tier) => typedTier(tier, rule.model, amount)) : [],
    period: rule?.model === "tiers_by_count" ? rule.period : "quarter",
    minimum: terms ? amount(terms.minimumMinor) : "400.00",
    cap: terms?.capMinor ? amount(terms.capMinor) : "",
    feeBase: given.feeBase,
    deductions: given.deductions,
    holds: { A: `${A}`, B: `${B}`, C: `${C}`, D: `${D}` },
    numbers: Object.fromEntries(NUMBER_FIELDS.map((field) => [field, `${given[field]}`])) as Record<
      NumberField,
      string
    >,
  };
}

/** Reads a form into terms; what cannot be read is named instead. */
export function readTerms(typed: TypedTerms): { input: TermsInput } | { unreadable: Unreadable } {
  const unreadable = new Set<string>();
  const currency = settledCurrency(typed.currency);
  const amount = (field: string, text: string, zero = false): bigint => {
    const minor = parseAmount(text, currency)?.minor;
    if (minor === undefined || (minor === 0n && !zero)) unreadable.add(field);
    return minor ?? 1n;
  };
  const rate = (field: string, text: string): number => {
    const plain = text.normalize("NFKC").trim().replace(",", ".");
    const basisPoints = /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : 0;
    if (basisPoints < 1 || basisPoints > 10_000) unreadable.add(field);
    return basisPoints;
  };
  const whole = (field: string, text: string, [least, most]: readonly [number, number]): number => {
    const n = /^\d{1,3}$/.test(text.normalize("NFKC").trim()) ? Number(text.normalize("NFKC")) : Number.NaN;
    if (!(n >= least && n <= most)) unreadable.add(field);
    return n;
  };
  const tier = ({ from, kind, fee }: TypedTier, i: number): Tier => ({
    from:
      typed.model === "tiers_by_value"
        ? amount(`from${i}`, from, true)
        : BigInt(whole(`from${i}`, from, [1, 999]) || 0),
    fee: kind === "percent" ? { rateBp: rate(`fee${i}`, fee) } : { fixedMinor: amount(`fee${i}`, fee) },
  });
  const rule = (): TermsInput["rule"] => {
    if (typed.model === "percent") return { model: "percent", rateBp: rate("percent", typed.percent) };
    if (typed.model === "fixed") return { model: "fixed", fixedMinor: amount("fixed", typed.fixed) };
    if (typed.tiers.length === 0) unreadable.add("tiers");
    const tiers = typed.tiers.map(tier);
    return typed.model === "tiers_by_value"
      ? { model: "tiers_by_value", tiers }
      : { model: "tiers_by_count", period: typed.period, tiers };
  };
  const numbers = NUMBER_FIELDS.map((field) => [field, whole(field, typed.numbers[field], NUMBERS[field])] as const);
  const holds = GRADES.map((grade) => [grade, whole(`hold${grade}`, typed.holds[grade], [0, 365])] as const);
  const input: TermsInput = {
    currency,
    rule: rule(),
    minimumMinor: amount("minimum", typed.minimum),
    capMinor: typed.cap.trim() ? amount("cap", typed.cap) : null,
    feeBase: typed.feeBase,
    deductions: typed.deductions,
    holdDays: Object.fromEntries(holds) as TermsInput["holdDays"],
    ...(Object.fromEntries(numbers) as Pick<TermsInput, NumberField>),
  };
  return unreadable.size > 0 ? { unreadable } : { input };
}

/** How many fields of a form differ from another's. */
export function changesBetween(now: TypedTerms, before: TypedTerms): number {
  const flat = ({ numbers, holds, ...rest }: TypedTerms): Record<string, unknown> => ({
    ...rest,
    ...numbers,
    ...holds,
  });
  const [a, b] = [flat(now), flat(before)];
  return Object.keys(a).filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field])).length;
}

/** A rate as it is typed: 1150 basis points are "11.5". */
const typedRate = (basisPoints: number): string => String(basisPoints / 100);

function typedAmount(minor: bigint, currency: Terms["currency"]): string {
  const places = exponentOf(currency);
  const digits = minor.toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ",");
  return places ? `${whole}.${digits.slice(-places)}` : whole;
}

const typedTier = ({ from, fee }: Tier, model: Model, amount: (minor: bigint) => string): TypedTier => ({
  from: model === "tiers_by_value" ? amount(from) : from.toString(),
  ...("rateBp" in fee
    ? { kind: "percent", fee: typedRate(fee.rateBp) }
    : { kind: "fixed", fee: amount(fee.fixedMinor) }),
});
