import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { termsOf } from "#server/programs/terms-row.ts";
import { leadIsUnknown, type OneLead } from "./lead.ts";
import { leadCost } from "./lead-cost.ts";
import { ownLeads } from "./provider-leads.ts";
import { answersOf, historyOf } from "./snapshot.ts";

/** One lead as its provider sees it: what it handed over, what the merchant decided and why, and what can be done about it. */
export async function providerLead(actor: Actor, { leadId }: OneLead) {
  const lead = await db.lead.findFirst({
    where: { id: leadId, ...ownLeads(actor) },
    select: {
      id: true,
      status: true,
      prospectId: true,
      agentId: true,
      name: true,
      email: true,
      phone: true,
      company: true,
      title: true,
      city: true,
      country: true,
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
      wonAt: true,
      program: { select: { id: true, name: true } },
      merchant: { select: { id: true, name: true } },
      acceptance: { select: { by: true, at: true } },
      rejection: { select: { reason: true, note: true, at: true } },
      giveBack: { select: { reason: true, proof: true, at: true } },
      appeals: { select: { against: true, reason: true, at: true, outcome: true, note: true, decidedAt: true } },
      terms: true,
    },
  });
  if (!lead) throw leadIsUnknown();
  const { terms, ...row } = lead;
  return {
    ...row,
    answers: answersOf(lead.answers),
    history: historyOf(lead.history),
    terms: { id: terms.id, version: terms.version, takeRateBp: terms.takeRateBp },
    cost: leadCost(termsOf(terms)),
    now: await clock.now(),
  };
}
