import { z } from "zod";
import { kindOf, type Role } from "#server/kernel/actor.ts";
import { type Id, idSchema } from "#server/kernel/id.ts";
import { job } from "#server/kernel/job.ts";
import { type Currency, exponentOf, MAX_MINOR, type Money, money, parseAmount } from "#server/kernel/money.ts";
import { PageInput } from "#server/kernel/page.ts";
import { refusal } from "#server/kernel/refusal.ts";
import { line, prose } from "#server/kernel/text.ts";
import type { Day } from "#server/kernel/time.ts";
import { LeadId } from "#server/leads/lead.ts";
import type { Fee } from "#server/programs/fee.ts";
import { ProgramId } from "#server/programs/program.ts";
import type { Grade } from "#server/programs/terms.ts";
import { EvidenceId, FileName, MAX_FILES } from "./evidence.ts";

export type DealId = Id<"deal">;
export const DealId = idSchema("deal");

/** Longest amount that somebody types, in characters. */
export const MAX_AMOUNT_LENGTH = 40;
/** Largest value of a deal that Lode reckons with, in minor units. */
export const MAX_VALUE_MINOR = 1_000_000_000_000_000n;
/** Longest note to a report, reason of a contest or of a decision, in characters. */
export const MAX_NOTE_LENGTH = 2000;
export const MIN_REASON_LENGTH = 10;
/** Days in which a provider may contest the value of a deal that the merchant reported. */
export const CONTEST_DAYS = 14;
/** A value is absurd from this many times the program's median on, once that many deals make a median. */
export const ABSURD_TIMES = 100n;
export const ABSURD_FROM_DEALS = 5;
/** A value is absurd above this, in major units, whatever is usual. */
export const ABSURD_MAJOR = 10_000_000n;
/** Longest text to search deals for, in characters. */
export const MAX_SEARCH_LENGTH = 80;

export const DEAL_STATUSES = ["reported", "confirmed", "contested", "void", "amended", "cancelled"] as const;
export type DealStatus = (typeof DEAL_STATUSES)[number];

/** What a person should look at. Flagged, never refused. */
export const FLAGS = ["dated_before_contact", "absurd_value"] as const;
export type Flag = (typeof FLAGS)[number];

export type Side = "merchant" | "provider";

export const dealIsUnknown = refusal("deal_is_unknown", "not_found");
export const dealIsReported = refusal("deal_is_reported", "conflict");
export const dealHasMovedOn = refusal("deal_has_moved_on", "conflict");
export const dealValueIsNoAmount = refusal("deal_value_is_no_amount", "invalid");
export const dealValueIsNothing = refusal("deal_value_is_nothing", "invalid");
export const dealValueIsTooLarge = refusal("deal_value_is_too_large", "invalid");
export const dealCurrencyDiffers = refusal("deal_currency_differs", "invalid");
export const dealFeeIsTooLarge = refusal("deal_fee_is_too_large", "invalid");
export const dealDayIsAhead = refusal("deal_day_is_ahead", "invalid");
export const dealContestIsLate = refusal("deal_contest_is_late", "conflict");
export const dealIsContested = refusal("deal_is_contested", "conflict");
export const dealReasonNeedsWords = refusal("deal_reason_needs_words", "invalid");
export const dealIsYourOwn = refusal("deal_is_your_own", "conflict");

const MOVES: Readonly<Record<DealStatus, readonly DealStatus[]>> = {
  reported: ["confirmed", "contested"],
  contested: ["confirmed", "void"],
  confirmed: ["amended", "cancelled"],
  amended: [],
  void: [],
  cancelled: [],
};

/** Refuses a move that the table does not list. */
export function assertMove(deal: { status: DealStatus }, to: DealStatus): void {
  if (!MOVES[deal.status].includes(to)) throw dealHasMovedOn({ status: deal.status });
}

export const ReportWin = z.object({
  dealId: DealId,
  leadId: LeadId,
  amount: line(MAX_AMOUNT_LENGTH),
  currency: line(3),
  wonOn: z.iso.date().transform((day) => day as Day),
  note: prose(MAX_NOTE_LENGTH).default(""),
  evidenceIds: z.array(EvidenceId).max(MAX_FILES).default([]),
});
export type ReportWin = z.infer<typeof ReportWin>;

/** A document that is sent before the report that will name it. */
export const EvidenceUpload = z.object({ leadId: LeadId, fileName: FileName });

export const OneDeal = z.object({ dealId: DealId });
export type OneDeal = z.infer<typeof OneDeal>;

const reason = prose(MAX_NOTE_LENGTH);
export const Contest = z.object({ dealId: DealId, reason });
export type Contest = z.infer<typeof Contest>;
export const DecideContest = z.object({ dealId: DealId, outcome: z.enum(["confirmed", "void"]), reason });
export type DecideContest = z.infer<typeof DecideContest>;

/** Which deals to list. */
export const DealFilter = PageInput.extend({
  status: z.enum(DEAL_STATUSES).nullish(),
  programId: ProgramId.nullish(),
  text: line(MAX_SEARCH_LENGTH).nullish(),
});
export type DealFilter = z.infer<typeof DealFilter>;

export const TOLD = ["answer_due", "confirmed", "contested", "for_finance", "voided"] as const;
export type ToldOfDeal = (typeof TOLD)[number];
export const tellOfDeal = job("deals.tell", z.object({ dealId: DealId, told: z.enum(TOLD) }));

/** On which side of a deal somebody stands. */
export const sideOf = ({ role }: { role: Role }): Side => (kindOf(role) === "merchant" ? "merchant" : "provider");

/** An amount in plain digits, for the words of a refusal. */
export function plainAmount({ minor, currency }: Money): string {
  const places = exponentOf(currency);
  const digits = minor.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The value as somebody typed it, in the currency of the terms, or the reason why it cannot be one. */
export function valueFrom({ amount, currency }: { amount: string; currency: string }, expected: Currency): Money {
  const [given, shown] = [currency.toLowerCase(), expected.toUpperCase()];
  if (given !== expected) throw dealCurrencyDiffers({ expected: shown, given: currency.toUpperCase() });
  const value = parseAmount(amount, expected);
  if (!value) throw dealValueIsNoAmount({ text: amount, currency: shown });
  if (value.minor === 0n) throw dealValueIsNothing();
  if (value.minor > MAX_VALUE_MINOR)
    throw dealValueIsTooLarge({ most: plainAmount(money(MAX_VALUE_MINOR, expected)), currency: shown });
  return value;
}

/** Refuses a fee that no single charge could collect; it is not quietly made smaller. */
export function assertCollectable({ gross, steps }: Fee): void {
  if (steps.some(({ step }) => step === "ceiling"))
    throw dealFeeIsTooLarge({
      most: plainAmount(money(MAX_MINOR, gross.currency)),
      currency: gross.currency.toUpperCase(),
    });
}

/** Refuses a day that the merchant has not lived through yet. */
export function assertNotAhead(wonOn: Day, today: Day): void {
  if (wonOn > today) throw dealDayIsAhead({ today });
}

/** Refuses a reason that says nothing. */
export function assertReason(words: string): void {
  if (words.length < MIN_REASON_LENGTH) throw dealReasonNeedsWords({ least: MIN_REASON_LENGTH });
}

/** How well a party's own report is proven: with a document C, with its word alone D. */
export const gradeOf = (files: number): Grade => (files > 0 ? "C" : "D");

/** Does silence confirm a deal with this evidence? The signed terms say so for A and B only. */
export const silenceConfirms = (grade: string): boolean => grade === "A" || grade === "B";

/** What is odd about a report. `usual` is the program's median value, null while there is none. */
export function flagsOf(
  value: Money,
  usual: bigint | null,
  days: { readonly wonOn: Day; readonly firstContact: Day },
): Flag[] {
  const most = ABSURD_MAJOR * 10n ** BigInt(exponentOf(value.currency));
  const isAbsurd = value.minor > most || (usual !== null && value.minor > usual * ABSURD_TIMES);
  return [
    ...(days.wonOn < days.firstContact ? (["dated_before_contact"] as const) : []),
    ...(isAbsurd ? (["absurd_value"] as const) : []),
  ];
}
