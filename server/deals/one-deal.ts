import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { CONTEST_DAYS, dealIsUnknown, type OneDeal, sideOf } from "./deal.ts";
import { ownDeals } from "./deals-of.ts";
import { settlementsOf } from "./settlements-of.ts";

/** One deal with its evidence, what each side says, and how its fee was found. */
export async function oneDeal(actor: Actor, { dealId }: OneDeal) {
  const side = sideOf(actor);
  const deal = await db.deal.findFirst({ where: { AND: [{ id: dealId }, ownDeals(actor)] }, select: DEAL });
  if (!deal) throw dealIsUnknown();
  const settlement = (await settlementsOf([dealId])).get(dealId) ?? null;
  const { evidence, ...row } = deal;
  const until = deal.confirmation && plusDays(deal.confirmation.at, CONTEST_DAYS);
  const now = await clock.now();
  return {
    ...row,
    side,
    now,
    settlement,
    evidence: evidence.map(({ organisationId, fileName, ...file }) => {
      // A provider sees that the merchant has a document, not what it calls it: it may name customers.
      const mayOpen = side === "merchant" || organisationId === actor.organisationId;
      return { ...file, fileName: mayOpen ? fileName : null, mayOpen };
    }),
    /** Until when the provider may contest the value. */
    contestUntil: deal.reportedBy === "merchant" && !deal.contest && until && until > now ? until : null,
  };
}

const DEAL = {
  id: true,
  leadId: true,
  status: true,
  reportedBy: true,
  valueMinor: true,
  currency: true,
  wonOn: true,
  grade: true,
  note: true,
  flags: true,
  reportedAt: true,
  answerDueAt: true,
  confirmation: { select: { by: true, at: true } },
  contest: { select: { by: true, reason: true, at: true } },
  voiding: { select: { reason: true, at: true } },
  evidence: { select: { id: true, organisationId: true, fileName: true, sizeBytes: true, mimeType: true, at: true } },
  merchant: { select: { id: true, name: true } },
  provider: { select: { id: true, name: true } },
  lead: {
    select: {
      id: true,
      company: true,
      title: true,
      country: true,
      handedOverAt: true,
      program: { select: { id: true, name: true } },
      terms: { select: { id: true, version: true, feeBase: true } },
    },
  },
} as const;
