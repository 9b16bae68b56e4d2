import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { DAY_MS, HOUR_MS, plus } from "#server/kernel/time.ts";
import type { LeadId } from "#server/leads/lead.ts";
import { db } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { as } from "#server/testing/people.ts";
import type { Stage } from "#server/testing/stage.ts";
import { bringIn } from "./bring-in.ts";
import { MERCHANTS, type MerchantKey, PROVIDERS, type ProviderKey } from "./cast.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { crowd, csvOf } from "./crowd.ts";
import { decideDay, onlyRefusals, worth } from "./decide-day.ts";
import { onboard, saveCard } from "./hosted-pages.ts";
import { OFFERS, type Offer } from "./offers.ts";
import { applyFor, enrol, writeProgram } from "./open-shop.ts";
import { approveOut, makePayouts, payOut } from "./pay-day.ts";
import { foundPlatform, type Household, moveIn } from "./settle-in.ts";
import { workDay } from "./work-day.ts";

type Town = {
  readonly platform: Household;
  readonly merchants: Readonly<Record<MerchantKey, Household>>;
  readonly providers: Readonly<Record<ProviderKey, Household>>;
};
type OpenOffer = { readonly offer: Offer; readonly programId: ProgramId };

const LIST_ROWS = 70;
const WORK_HOUR = 13;
/** The town lives every other day, so that playing it takes no more than a minute. */
const STEP_DAYS = 2;

/** Plays the town from one instant to another and leaves it as a good morning finds it: in every state, with work waiting. */
export async function playTown(stage: Stage, begin: Date, end: Date): Promise<void> {
  const chance = chanceFrom(20261123);
  const town = await peopleOf();
  const offers = await openShops(stage, town);
  for (const [n, open] of offers.entries()) await bringLists(chance, town, open, n);
  await stage.settle();

  const days = Math.floor((end.getTime() - begin.getTime()) / DAY_MS);
  for (let day = 1; day < days; day += STEP_DAYS) {
    const now = plus(new Date(Math.floor(begin.getTime() / DAY_MS) * DAY_MS), day * DAY_MS + WORK_HOUR * HOUR_MS);
    await stage.moveTo(now);
    if (day === 31 || day === 61)
      for (const [n, open] of offers.entries()) await bringLists(chance, town, open, day + n);
    await liveDay(chance, town, offers, now, days - day);
    if (day % 7 < STEP_DAYS) await weekly(stage, town, days - day);
  }
  await lastMorning(stage, chance, town, offers, end);
}

async function peopleOf(): Promise<Town> {
  const platform = await foundPlatform();
  const merchants: [string, Household][] = [];
  for (const [key, company] of Object.entries(MERCHANTS)) merchants.push([key, await moveIn(company)]);
  const providers: [string, Household][] = [];
  for (const [key, company] of Object.entries(PROVIDERS)) providers.push([key, await moveIn(company)]);
  return {
    platform,
    merchants: Object.fromEntries(merchants) as Town["merchants"],
    providers: Object.fromEntries(providers) as Town["providers"],
  };
}

async function openShops(stage: Stage, town: Town): Promise<OpenOffer[]> {
  for (const key of ["tallis", "norrland", "prairie"] as const)
    await onboard(stage, town.providers[key].people[0], PROVIDERS[key].country);
  const open: OpenOffer[] = [];
  for (const offer of OFFERS) {
    const [owner] = town.merchants[offer.merchant].people;
    await saveCard(stage, owner, offer.terms.currency as "usd", "good");
    const programId = await writeProgram(owner, offer);
    await as(owner).programs.publish({ programId });
    for (const key of offer.providers) {
      const [provider] = town.providers[key].people;
      await enrol(
        { merchant: owner, provider },
        programId,
        "We have worked this market for years and know who decides.",
      );
    }
    open.push({ offer, programId });
  }
  return open;
}

async function bringLists(chance: Chance, town: Town, { offer, programId }: OpenOffer, tag: number): Promise<void> {
  for (const key of offer.providers) {
    const rows = crowd(chance, offer.region, LIST_ROWS, `${key}${tag}`);
    const fileName = `${offer.region}-research-${tag + 1}.csv`;
    const source = {
      sourceChannel: chance.one(["research", "event", "list"] as const),
      consentBasis: "legitimate_interest",
    } as const;
    await bringIn(town.providers[key].people[0], { programId, fileName, csv: csvOf(rows), campaign: "", ...source });
  }
}

/** One day of everybody: agents work, merchants decide, and some providers say what they heard. */
async function liveDay(
  chance: Chance,
  town: Town,
  offers: readonly OpenOffer[],
  now: Date,
  daysLeft: number,
): Promise<void> {
  for (const { offer, programId } of offers) {
    for (const key of offer.providers) {
      const agents = town.providers[key].people.filter(({ role }) => role === "provider_agent");
      for (const agent of agents)
        if (chance.percent(45)) await workDay(chance, { agent, programId, offer }, chance.between(2, 3));
    }
    const [owner, closer = owner] = town.merchants[offer.merchant].people;
    const shop = { owner, closer, offer, timeZone: MERCHANTS[offer.merchant].timeZone };
    if (daysLeft > 3 && chance.percent(70)) await decideDay(chance, shop, now);
  }
  if (chance.percent(30)) await appealSome(chance, town, now);
  if (chance.percent(18)) await providerReports(chance, town, offers, now);
}

async function appealSome(chance: Chance, town: Town, now: Date): Promise<void> {
  const lead = await db.lead.findFirst({
    where: { status: { in: ["rejected", "returned"] }, appealUntil: { gt: now } },
    orderBy: { id: "desc" },
  });
  if (!lead) return;
  const leadId = lead.id as LeadId;
  const owner = Object.values(town.providers).find(({ id }) => id === lead.providerId)?.people[0];
  if (!owner) return;
  await as(owner)
    .leads.appeal({ leadId, reason: "Our call notes show that the person confirmed the need and the date." })
    .catch(onlyRefusals);
  if (chance.percent(70))
    await as(town.platform.people[0])
      .leads.decideAppeal({
        leadId,
        outcome: chance.one(["accepted", "final"]),
        note: "Read the call notes and the profile.",
      })
      .catch(onlyRefusals);
}

async function providerReports(chance: Chance, town: Town, offers: readonly OpenOffer[], now: Date): Promise<void> {
  const lead = await db.lead.findFirst({
    where: { status: "accepted", wonAt: null, stage: { stage: { in: ["meeting", "proposal", "negotiation"] } } },
    orderBy: { id: "asc" },
  });
  const found = offers.find(({ programId }) => programId === lead?.programId);
  const owner = Object.values(town.providers).find(({ id }) => id === lead?.providerId)?.people[0];
  if (!lead || !found || !owner) return;
  const amount = worth(chance, found.offer);
  const wonOn = plus(now, -DAY_MS).toISOString().slice(0, 10);
  await as(owner)
    .deals.reportWin({
      dealId: newId("deal"),
      leadId: lead.id as LeadId,
      amount,
      currency: found.offer.terms.currency,
      wonOn,
      note: "The customer told our agent on the phone.",
    })
    .catch(onlyRefusals);
}

/** Fridays of finance: what is payable is made into payouts; older weeks are paid, the last ones wait for somebody. */
async function weekly(stage: Stage, { platform }: Town, daysLeft: number): Promise<void> {
  const [maker, ...checkers] = platform.people.filter(({ role }) => role === "platform_finance") as [Actor, ...Actor[]];
  const desk = { maker, checkers };
  const made = await makePayouts(desk);
  for (const [n, payoutId] of made.entries()) {
    if (daysLeft > 8) await payOut(desk, payoutId);
    else if (n === 0) await approveOut(desk, payoutId);
  }
  await stage.settle();
}

/** What somebody should find on the first look: cards that fail, a draft, an application, a paused program, a fresh win. */
async function lastMorning(
  stage: Stage,
  chance: Chance,
  town: Town,
  offers: readonly OpenOffer[],
  end: Date,
): Promise<void> {
  await stage.moveTo(plus(end, -5 * HOUR_MS));
  const quillon = town.providers.quillon.people[0];
  const first = offers[0];
  if (first)
    await applyFor(quillon, first.programId, "Eleven people in Toronto and Lyon; we know food logistics in France.");
  await saveCard(stage, town.merchants.qingwu.people[0], "usd", "declinedLater");
  await saveCard(stage, town.merchants.brambleworks.people[0], "gbp", "asksEachTime");
  for (const { offer, programId } of offers) {
    const [owner, closer = owner] = town.merchants[offer.merchant].people;
    await freshWin(chance, { closer, offer, programId }, end).catch(onlyRefusals);
  }
  const [kestrel, harborlight] = [OFFERS[0], OFFERS[1]];
  if (kestrel)
    await writeProgram(town.merchants.kestrel.people[0], {
      ...kestrel,
      name: "Cold-chain monitors, pharmacies",
      summary: "The same sensors for the fridge behind the counter.",
    });
  if (harborlight) {
    const owner = town.merchants.harborlight.people[0];
    const programId = await writeProgram(owner, { ...harborlight, name: "Payroll for seasonal farms" });
    await as(owner).programs.publish({ programId });
    await as(owner).programs.pause({ programId });
  }
  await stage.moveTo(end);
}

type Shop = { readonly closer: Actor; readonly offer: Offer; readonly programId: ProgramId };

async function freshWin(chance: Chance, { closer, offer, programId }: Shop, now: Date): Promise<void> {
  const lead = await db.lead.findFirst({
    where: { programId, status: "accepted", wonAt: null, stage: { stage: { notIn: ["lost", "dormant"] } } },
    orderBy: { id: "desc" },
  });
  if (!lead) return;
  const wonOn = plus(now, -DAY_MS).toISOString().slice(0, 10);
  await as(closer).deals.reportWin({
    dealId: newId("deal"),
    leadId: lead.id as LeadId,
    amount: worth(chance, offer),
    currency: offer.terms.currency,
    wonOn,
  });
}
