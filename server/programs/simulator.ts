import type { Money } from "#server/kernel/money.ts";
import { plusBusinessDays, plusDays } from "#server/kernel/time.ts";
import { type Fee, type FeeTerms, feeOf, holdDaysFor } from "./fee.ts";
import type { Grade, Terms } from "./terms.ts";

/** A moment on the way of one imagined deal, and what moves in it. */
export type Moment = {
  readonly moment: "handed_over" | "accepted" | "return_ends" | "confirmed" | "charged" | "earning_free";
  /** When, at the latest for the clocks of the two sides. */
  readonly at: Date;
  readonly merchantPays: Money | null;
  readonly providerGets: Money | null;
};

/** What a deal would cost under terms, and when: the fee is the very one that would be charged. */
export type Simulation = { readonly fee: Fee; readonly moments: readonly Moment[] };

export type SimulatedDeal = {
  readonly value: Money;
  readonly dealsInPeriod?: number;
  readonly grade: Grade;
  readonly handedOverAt: Date;
  /** Confirmed this many days after the lead was accepted. */
  readonly daysToWin: number;
  /** The merchant's zone, in which business days are counted. */
  readonly zone: string;
};

type SimulatedTerms = FeeTerms & Pick<Terms, "holdDays" | "reviewBusinessDays" | "returnBusinessDays">;

/** Who pays and gets what, and when, for a deal that might be. */
export function simulate(terms: SimulatedTerms, deal: SimulatedDeal): Simulation {
  const fee = feeOf(terms, deal.value, { dealsInPeriod: deal.dealsInPeriod ?? 0 });
  const acceptedAt = plusBusinessDays(deal.zone, deal.handedOverAt, terms.reviewBusinessDays);
  const confirmedAt = plusDays(acceptedAt, deal.daysToWin);
  const nothing = { merchantPays: null, providerGets: null };
  const moments: Moment[] = [
    { moment: "handed_over", at: deal.handedOverAt, ...nothing },
    { moment: "accepted", at: acceptedAt, ...nothing },
    { moment: "return_ends", at: plusBusinessDays(deal.zone, acceptedAt, terms.returnBusinessDays), ...nothing },
    { moment: "confirmed", at: confirmedAt, ...nothing },
    { moment: "charged", at: confirmedAt, merchantPays: fee.gross, providerGets: null },
    {
      moment: "earning_free",
      at: plusDays(confirmedAt, holdDaysFor(terms, deal.grade)),
      merchantPays: null,
      providerGets: fee.provider,
    },
  ];
  return { fee, moments: moments.toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
}
