/** How payouts to a test bank account end: they arrive, or why they come back. */
export type PayoutFate = "ok" | "no_account" | "account_closed" | "insufficient_funds";

/** The magic account numbers and what happens to payouts sent there. */
export const PAYOUT_FATES: Record<string, PayoutFate> = {
  "000123456789": "ok",
  "000111111116": "no_account",
  "000111111113": "account_closed",
  "000111111227": "insufficient_funds",
};

/** What Stripe says about a payout that came back. */
export const PAYOUT_FAILURES: Record<Exclude<PayoutFate, "ok">, string> = {
  no_account: "The bank account details on file are probably incorrect. No bank account could be found with them.",
  account_closed: "The bank account has been closed.",
  insufficient_funds: "The bank refused the payout.",
};

/** The account number behind a choice on the onboarding page. */
export function numberOf(choice: string): string | undefined {
  return Object.keys(PAYOUT_FATES).find((number) => PAYOUT_FATES[number] === choice);
}
