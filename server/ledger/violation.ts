/** A rule of the books that does not hold: which one, where, and by how much. */
export type Violation = {
  /** The rule's name, worded by finance's health page. */
  readonly rule: string;
  /** The currency, account, settlement or Stripe object it concerns. */
  readonly about: string;
  readonly detail: string;
};
