import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import { line } from "#server/kernel/text.ts";
import { db } from "#server/platform/db.ts";

const HITS = 8;

export const FindQuestion = z.object({ text: line(100).pipe(z.string().min(2)) });
export type FindQuestion = z.infer<typeof FindQuestion>;

/** Something found, with the kind of thing it is; the page knows where each kind lives. */
export type Hit = {
  readonly kind: "lead" | "prospect" | "program" | "organisation" | "payout";
  readonly id: string;
  readonly title: string;
  readonly facts: string;
};

/** Finds by name, company, e-mail or id, within what this person may see. */
export function find(actor: Actor, { text }: FindQuestion): Promise<Hit[]> {
  const kind = kindOf(actor.role);
  if (kind === "merchant") return findForMerchant(actor.organisationId, text);
  return kind === "provider" ? findForProvider(actor.organisationId, text) : findForPlatform(text);
}

const like = (text: string) => ({ contains: text, mode: "insensitive" as const });

async function findForMerchant(merchantId: string, text: string): Promise<Hit[]> {
  const [revealed, masked, programs] = await Promise.all([
    db.lead.findMany({
      where: {
        merchantId,
        acceptance: { isNot: null },
        OR: [{ name: like(text) }, { email: like(text) }, { company: like(text) }, { id: text }],
      },
      take: HITS,
    }),
    db.lead.findMany({
      where: { merchantId, acceptance: null, OR: [{ company: like(text) }, { id: text }] },
      take: HITS,
    }),
    db.program.findMany({ where: { merchantId, name: like(text) }, take: HITS }),
  ]);
  return [
    ...revealed.map((lead): Hit => ({ kind: "lead", id: lead.id, title: lead.name, facts: lead.company })),
    ...masked.map((lead): Hit => ({ kind: "lead", id: lead.id, title: lead.company, facts: lead.title })),
    ...programs.map((program): Hit => ({ kind: "program", id: program.id, title: program.name, facts: "" })),
  ].slice(0, HITS);
}

async function findForProvider(providerId: string, text: string): Promise<Hit[]> {
  const words = { OR: [{ name: like(text) }, { email: like(text) }, { company: like(text) }, { id: text }] };
  const [leads, prospects] = await Promise.all([
    db.lead.findMany({ where: { providerId, ...words }, take: HITS }),
    db.prospect.findMany({ where: { providerId, status: { not: "handed_over" }, ...words }, take: HITS }),
  ]);
  return [
    ...leads.map((lead): Hit => ({ kind: "lead", id: lead.id, title: lead.name, facts: lead.company })),
    ...prospects.map(
      (row): Hit => ({ kind: "prospect", id: row.id, title: row.name || row.company, facts: row.company }),
    ),
  ].slice(0, HITS);
}

async function findForPlatform(text: string): Promise<Hit[]> {
  const [organisations, payouts] = await Promise.all([
    db.organisation.findMany({ where: { OR: [{ name: like(text) }, { id: text }] }, take: HITS }),
    db.payout.findMany({
      where: { OR: [{ id: text }, { provider: { name: like(text) } }] },
      include: { provider: true },
      orderBy: { createdAt: "desc" },
      take: HITS,
    }),
  ]);
  return [
    ...payouts.map(
      (payout): Hit => ({ kind: "payout", id: payout.id, title: payout.provider.name, facts: payout.status }),
    ),
    ...organisations.map((row): Hit => ({ kind: "organisation", id: row.id, title: row.name, facts: row.country })),
  ].slice(0, HITS);
}
