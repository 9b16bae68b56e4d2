import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { termsOf } from "#server/programs/terms-row.ts";
import { leadIsUnknown, type OneLead } from "./lead.ts";
import { leadCost } from "./lead-cost.ts";
import { maskedLead } from "./mask.ts";
import { answersOf, historyOf } from "./snapshot.ts";

/** One lead as its merchant sees it: masked until it is accepted; from then on each person who looks is written down. */
export function merchantLead(actor: Actor, { leadId }: OneLead) {
  return inTransaction(async (tx) => {
    const lead = await find(tx, actor, leadId);
    if (!lead) throw leadIsUnknown();
    const now = await clock.now(tx);
    const isRevealed = lead.status === "accepted";
    if (isRevealed) await logReveal(tx, actor, leadId, now);

    const { terms, rejection, giveBack, provider, program, acceptance, appeals, ...row } = lead;
    const whole = { ...row, answers: answersOf(lead.answers), history: historyOf(lead.history) };
    return {
      ...(isRevealed ? whole : maskedLead(whole)),
      isRevealed,
      now,
      program,
      provider,
      acceptance,
      rejection,
      giveBack,
      appeals,
      terms: { id: terms.id, version: terms.version },
      cost: leadCost(termsOf(terms)),
      clocks: { reviewBusinessDays: terms.reviewBusinessDays, returnBusinessDays: terms.returnBusinessDays },
    };
  });
}

const find = (tx: Tx, actor: Actor, leadId: string) =>
  tx.lead.findFirst({
    where: { id: leadId, merchantId: actor.organisationId },
    select: {
      id: true,
      status: true,
      name: true,
      email: true,
      phone: true,
      company: true,
      title: true,
      city: true,
      country: true,
      language: true,
      timeZone: true,
      sourceChannel: true,
      consentBasis: true,
      summary: true,
      answers: true,
      history: true,
      score: true,
      handedOverAt: true,
      reviewDueAt: true,
      returnUntil: true,
      appealUntil: true,
      nextReportAt: true,
      wonAt: true,
      program: { select: { id: true, name: true } },
      provider: { select: { id: true, name: true } },
      acceptance: { select: { by: true, at: true } },
      rejection: { select: { reason: true, note: true, at: true } },
      giveBack: { select: { reason: true, proof: true, at: true } },
      appeals: { select: { against: true, at: true, outcome: true, note: true, decidedAt: true } },
      terms: true,
    },
  });

async function logReveal(tx: Tx, actor: Actor, leadId: string, now: Date): Promise<void> {
  const { count } = await tx.leadReveal.createMany({
    data: [{ leadId, userId: actor.userId, at: now }],
    skipDuplicates: true,
  });
  if (count > 0) await record(tx, actor, { what: "lead.revealed", about: leadId });
}
