/** Which way the product says no; the door turns it into a status. */
export type RefusalKind = "forbidden" | "not_found" | "conflict" | "invalid" | "unpaid" | "too_many";

/** Facts that the words of a refusal may name, such as a limit; never another tenant's data. */
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** Why the product says no. Everything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;

  constructor(code: string, kind: RefusalKind, facts: RefusalFacts) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.kind = kind;
    this.facts = facts;
  }
}

/** Declares a refusal beside the rule that needs it: `const leadIsTaken = refusal("lead_is_taken", "conflict")`. */
export const refusal =
  (code: string, kind: RefusalKind) =>
  (facts: RefusalFacts = {}) =>
    new Refusal(code, kind, facts);
