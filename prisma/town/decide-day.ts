import { Readable } from "node:stream";
import { keepEvidence } from "#server/deals/keep-evidence.ts";
import { movesFrom, type Stage } from "#server/deals/stage.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { Refusal } from "#server/kernel/refusal.ts";
import { DAY_MS, dayIn } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { db } from "#server/platform/db.ts";
import { as } from "#server/testing/people.ts";
import type { Chance } from "./chance.ts";
import type { Offer } from "./offers.ts";

type Shop = { readonly closer: Actor; readonly owner: Actor; readonly offer: Offer; readonly timeZone: string };

const REJECTED = [
  "The company rents its rooms by the day, which the profile rules out.",
  "Too small: three people, no site of its own.",
];
const RETURNED = {
  bad_contact: "Called four times on two days; the number belongs to somebody else.",
  no_intent: "Spoke for five minutes: had only asked for a brochure, no plan to buy.",
} as const;

/** A merchant's day: decides on what waits, moves what is open, reports what was won or lost. */
export async function decideDay(chance: Chance, shop: Shop, now: Date): Promise<void> {
  await decideWaiting(chance, shop);
  await moveOpen(chance, shop, now);
  await answerReports(chance, shop);
}

async function decideWaiting(chance: Chance, { closer }: Shop): Promise<void> {
  const { rows } = await as(closer).leads.inbox({ status: "submitted" });
  for (const { id } of rows) {
    const leadId = id as LeadId;
    if (chance.percent(45)) continue;
    if (chance.percent(14))
      await as(closer).leads.reject({ leadId, reason: "outside_icp", note: chance.one(REJECTED) });
    else await as(closer).leads.accept({ leadId });
  }
}

async function moveOpen(chance: Chance, shop: Shop, now: Date): Promise<void> {
  const accepted = await db.lead.findMany({
    where: { merchantId: shop.closer.organisationId, status: "accepted", wonAt: null },
    include: { stage: true, acceptance: true },
    orderBy: { id: "asc" },
  });
  for (const lead of accepted) {
    if (!chance.percent(22)) continue;
    const stage: Stage = lead.stage?.stage ?? "open";
    const age = now.getTime() - (lead.acceptance?.at ?? now).getTime();
    await takeTurn(chance, shop, lead.id as LeadId, stage, age, now).catch(onlyRefusals);
  }
}

async function takeTurn(
  chance: Chance,
  shop: Shop,
  leadId: LeadId,
  stage: Stage,
  ageMs: number,
  now: Date,
): Promise<void> {
  const lode = as(shop.closer);
  if (stage === "lost" || stage === "dormant") return;
  if (stage === "open" && ageMs < 3 * DAY_MS && chance.percent(7)) {
    const reason = chance.one(["bad_contact", "no_intent"] as const);
    await lode.leads.returnLead({ leadId, reason, proof: RETURNED[reason] });
  } else if (stage === "proposal" || stage === "negotiation") {
    if (chance.percent(62)) return win(chance, shop, leadId, now);
    await lode.deals.moveStage({ leadId, to: "lost", reason: chance.one(["no_budget", "competitor", "bad_timing"]) });
  } else if (ageMs > 25 * DAY_MS && chance.percent(30)) {
    await lode.deals.moveStage({ leadId, to: "dormant" });
  } else {
    const ahead = movesFrom(stage).filter((to) => to === "contacted" || to === "meeting" || to === "proposal");
    if (ahead[0]) await lode.deals.moveStage({ leadId, to: ahead[0] as "contacted" | "meeting" | "proposal" });
  }
}

/** A win, mostly with the signed order as evidence. */
async function win(chance: Chance, { closer, offer, timeZone }: Shop, leadId: LeadId, now: Date): Promise<void> {
  const amount = worth(chance, offer);
  const evidenceIds = chance.percent(70) ? [await order(closer, leadId, amount)] : [];
  const wonOn = dayIn(timeZone, now);
  await as(closer).deals.reportWin({
    dealId: newId("deal"),
    leadId,
    amount,
    currency: offer.terms.currency,
    wonOn,
    evidenceIds,
  });
}

/** A value as people agree on it: whole hundreds. */
export function worth(chance: Chance, { deal: [from, to] }: Offer): string {
  return String(chance.between(Number(from / 10_000n), Number(to / 10_000n)) * 100);
}

const order = (actor: Actor, leadId: LeadId, amount: string) =>
  keepEvidence(actor, {
    leadId,
    fileName: "signed-order.txt",
    content: Readable.from([`Order\n\nAgreed price for the first year: ${amount}\nSigned on both sides.\n`]),
  });

/** Answers what providers reported: mostly yes, sometimes no with a reason, sometimes not yet. */
async function answerReports(chance: Chance, { owner }: Shop): Promise<void> {
  const { rows } = await as(owner).deals.list({ status: "reported" });
  for (const { id } of rows) {
    const dealId = id as `deal_${string}`;
    if (chance.percent(60)) continue;
    if (chance.percent(80)) await as(owner).deals.confirm({ dealId }).catch(onlyRefusals);
    else
      await as(owner).deals.contest({
        dealId,
        reason: "The order was cancelled the next morning, before anything was delivered.",
      });
  }
}

export function onlyRefusals(error: unknown): void {
  if (!(error instanceof Error && error.cause instanceof Refusal)) throw error;
}
