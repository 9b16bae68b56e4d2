import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { dayIn, plusDays } from "#server/kernel/time.ts";
import { leadIsNotAccepted } from "#server/leads/lead.ts";
import { type LockedLead, lockLead } from "#server/leads/lock-lead.ts";
import { markWon } from "#server/leads/mark-won.ts";
import { firstContactAt } from "#server/leads/snapshot.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { confirmDeal } from "./confirm-deal.ts";
import {
  assertCollectable,
  assertNotAhead,
  dealIsReported,
  dealIsUnknown,
  flagsOf,
  gradeOf,
  type ReportWin,
  sideOf,
  tellOfDeal,
  valueFrom,
} from "./deal.ts";
import { evidenceIsUnknown } from "./evidence.ts";
import { feeOfDeal } from "./fee-of-deal.ts";
import { lockDeal } from "./lock-deal.ts";
import { usualValue } from "./usual-value.ts";

/** Somebody reports that a lead was won. The merchant's own report confirms at once; a provider's waits for the merchant's answer. */
export function reportWin(actor: Actor, input: ReportWin): Promise<void> {
  return inTransaction(async (tx) => {
    const { dealId, leadId } = input;
    const lead = await lockLead(tx, actor, leadId);
    if (await isRepeat(tx, actor, input)) return;
    if (lead.status !== "accepted") throw leadIsNotAccepted({ status: lead.status });
    const side = sideOf(actor);
    const data = await reportOf(tx, actor, lead, input);
    assertCollectable(await feeOfDeal(tx, lead, data));

    await tx.deal.create({ data });
    await attach(tx, actor, input);
    await markWon(tx, lead);
    await record(tx, actor, {
      what: "deal.reported",
      about: dealId,
      audience: [lead.merchantId, lead.providerId],
      detail: { by: side, leadId, grade: data.grade, flags: data.flags.join(" ") },
    });
    if (side === "merchant") await confirmDeal(tx, actor, await lockDeal(tx, actor, dealId), "merchant");
    else await enqueue(tx, tellOfDeal, { dealId, told: "answer_due" });
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? dealIsReported() : error;
  });
}

/** Was exactly this asked before? An id that another lead's deal bears is unknown. */
async function isRepeat(tx: Tx, actor: Actor, { dealId, leadId }: ReportWin): Promise<boolean> {
  const deal = await tx.deal.findUnique({ where: { id: dealId }, select: { leadId: true, reportedBy: true } });
  if (deal && (deal.leadId !== leadId || deal.reportedBy !== sideOf(actor))) throw dealIsUnknown();
  return deal !== null;
}

/** The row of a report: what was typed, checked against the terms and the calendar, graded and flagged. */
async function reportOf(tx: Tx, actor: Actor, lead: LockedLead, input: ReportWin) {
  const now = await clock.now(tx);
  const { timeZone } = lead.merchant;
  const value = valueFrom(input, moneyOf(0n, lead.terms.currency).currency);
  assertNotAhead(input.wonOn, dayIn(timeZone, now));
  const side = sideOf(actor);
  const firstContact = dayIn(timeZone, firstContactAt(lead));
  return {
    id: input.dealId,
    leadId: lead.id,
    merchantId: lead.merchantId,
    providerId: lead.providerId,
    programId: lead.programId,
    reportedBy: side,
    reporterId: actor.userId,
    valueMinor: value.minor,
    currency: value.currency,
    wonOn: input.wonOn,
    grade: gradeOf(input.evidenceIds.length),
    note: input.note,
    flags: flagsOf(value, await usualValue(tx, lead.programId), { wonOn: input.wonOn, firstContact }),
    reportedAt: now,
    // The merchant's own report needs no answer: it is confirmed in this transaction.
    answerDueAt: side === "provider" ? plusDays(now, lead.terms.answerDays) : now,
  };
}

/** The documents of the report: uploaded before, by the same organisation, for this lead, and not named by another report. */
async function attach(tx: Tx, actor: Actor, { dealId, leadId, evidenceIds }: ReportWin): Promise<void> {
  const wanted = [...new Set(evidenceIds)];
  const { count } = await tx.evidence.updateMany({
    where: { id: { in: wanted }, leadId, organisationId: actor.organisationId, dealId: null },
    data: { dealId },
  });
  if (count !== wanted.length) throw evidenceIsUnknown();
}
