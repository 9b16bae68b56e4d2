import { invalid } from "./refusal.ts";

const ZERO_DECIMAL = "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ");
const THREE_DECIMAL = "bhd jod kwd omr tnd".split(" ");
const TWO_DECIMAL =
  "aed aud bgn brl cad chf cny czk dkk eur gbp gel hkd huf idr ils inr mad mxn myr nok nzd pen php pln ron sar sek sgd thb try twd uah usd zar".split(
    " ",
  );
const SYMBOLS: Record<string, string> = {
  usd: "$",
  eur: "€",
  gbp: "£",
  jpy: "¥",
  cad: "$",
  aud: "$",
  nzd: "$",
  sgd: "$",
};
const MINIMUM: Record<string, number> = {
  usd: 50,
  eur: 50,
  cad: 50,
  aud: 50,
  chf: 50,
  nzd: 50,
  sgd: 50,
  inr: 50,
  brl: 50,
  gbp: 30,
  jpy: 50,
  huf: 17500,
  sek: 300,
  nok: 300,
  dkk: 250,
  pln: 200,
  ron: 200,
  aed: 200,
  myr: 200,
  mxn: 1000,
  thb: 1000,
  czk: 1500,
  hkd: 400,
};
const MOST = 99_999_999;
const FEE = { perMille: 29n, fixed: 30n };

/** An amount as Stripe writes it in an error, such as `$12.50`. */
export function spoken(amount: number, currency: string): string {
  const digits = ZERO_DECIMAL.includes(currency) ? 0 : THREE_DECIMAL.includes(currency) ? 3 : 2;
  const text = String(Math.abs(amount)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const rest = digits === 0 ? "" : `.${text.slice(-digits)}`;
  return `${amount < 0 ? "-" : ""}${SYMBOLS[currency] ?? ""}${whole}${rest}`;
}

/** Refuses a currency Stripe does not take; currencies are written small. */
export function currencyOf(given: string): string {
  const currency = given.toLowerCase();
  if ([...ZERO_DECIMAL, ...THREE_DECIMAL, ...TWO_DECIMAL].includes(currency)) return currency;
  throw invalid(`Invalid currency: ${given}. Stripe currently supports these currencies: ${TWO_DECIMAL.join(", ")}`, {
    param: "currency",
  });
}

/** Refuses an amount that no card can be charged. */
export function checkCharge(amount: number, currency: string): void {
  const least = MINIMUM[currency] ?? 1;
  if (amount < 1) {
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount",
    });
  }
  if (amount < least) {
    const message = `Amount must be at least ${spoken(least, currency)} ${currency}`;
    throw invalid(message, { code: "amount_too_small", param: "amount" });
  }
  if (amount > MOST) {
    const message = `Amount must be no more than ${spoken(MOST, currency)}`;
    throw invalid(message, { code: "amount_too_large", param: "amount" });
  }
  if (THREE_DECIMAL.includes(currency) && amount % 10 !== 0) {
    throw invalid("Invalid amount: the last digit of a three-decimal amount must be 0.", { param: "amount" });
  }
}

/** What Stripe keeps of a card charge: 2.9 %, rounded half up, and 30 minor units. */
export function chargeFee(amount: number): number {
  return Number((BigInt(amount) * FEE.perMille + 500n) / 1000n + FEE.fixed);
}

/** Refuses an amount that is not above nothing. */
export function checkPositive(amount: number): void {
  if (amount >= 1) return;
  throw invalid("This value must be greater than or equal to 1.", {
    code: "parameter_invalid_integer",
    param: "amount",
  });
}
