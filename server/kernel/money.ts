/** An amount of one currency in its smallest unit. Never a float, never without its currency. */
export type Money = { readonly minor: bigint; readonly currency: Currency };

/**
 * Decimal places of each currency Lode's arithmetic knows (ISO 4217).
 * `ugx` and `isk` are left out on purpose: Stripe counts them with two decimals, life with none.
 */
const EXPONENT = { usd: 2, eur: 2, gbp: 2, cad: 2, chf: 2, jpy: 0, krw: 0, bhd: 3, kwd: 3 } as const;

export type Currency = keyof typeof EXPONENT;

/** Largest amount Stripe takes in one charge, in minor units (eight digits). */
export const MAX_MINOR = 99_999_999n;

export const isCurrency = (code: string): code is Currency => Object.hasOwn(EXPONENT, code);

/** How many decimal places a currency has. */
export const exponentOf = (currency: Currency): number => EXPONENT[currency];

export const money = (minor: bigint, currency: Currency): Money => ({ minor, currency });

/** Money as a row of the database keeps it; a currency Lode does not know is a bug, not a default. */
export function moneyOf(minor: bigint, currency: string): Money {
  if (!isCurrency(currency)) throw new RangeError(`unknown currency ${currency}`);
  return money(minor, currency);
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Splits an amount by weights without losing or inventing a minor unit: the first shares carry the remainder. */
export function allocate(total: Money, weights: readonly bigint[]): Money[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || total.minor < 0n || weights.some((w) => w < 0n)) throw new RangeError("allocate: nothing to split");

  const shares = weights.map((weight) => (total.minor * weight) / sum);
  let remainder = total.minor - shares.reduce((a, b) => a + b, 0n);
  return shares.map((share, i) => {
    const extra = remainder > 0n && weights[i] !== 0n ? 1n : 0n;
    remainder -= extra;
    return money(share + extra, total.currency);
  });
}

/** A part in basis points (1/100 of a percent), rounded half up in integers. */
export function partOf(total: Money, basisPoints: number): Money {
  if (!Number.isInteger(basisPoints) || basisPoints < 0 || total.minor < 0n) throw new RangeError("partOf: not a part");
  return money((total.minor * BigInt(basisPoints) * 2n + 10_000n) / 20_000n, total.currency);
}

/** The platform's part half up, the provider's the rest, so that both sum to the fee (money.md, decision 6). */
export function splitFee(gross: Money, takeRateBp: number): { platform: Money; provider: Money } {
  if (takeRateBp > 10_000) throw new RangeError("splitFee: more than the whole");
  const platform = partOf(gross, takeRateBp);
  return { platform, provider: subtract(gross, platform) };
}

/** Reads what a person typed, `1,234.50` or `1234,50`, into minor units; null when it is not an amount of that currency. */
export function parseAmount(text: string, currency: Currency): Money | null {
  const plain = text.normalize("NFKC").replace(/[\s'_]/g, "");
  const match = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,3}))?$/.exec(plain);
  if (!match) return null;
  const exponent = exponentOf(currency);
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > exponent) return null;
  return money(BigInt(whole.replace(/[.,]/g, "") + fraction.padEnd(exponent, "0")), currency);
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`);
  return b;
}
