/** The pots a provider thinks in, and the states of an earning that lie in each. */
export const EARNING_POTS = {
  expected: ["contingent"],
  held: ["held"],
  payable: ["in_review", "approved"],
  on_its_way: ["transferring"],
  paid: ["transferred", "bank_paid", "bank_failed"],
  stopped: ["frozen", "clawback_due", "debt"],
} as const;

export type EarningPot = keyof typeof EARNING_POTS;
