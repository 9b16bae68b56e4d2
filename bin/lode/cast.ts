/** Who plays the replay: one merchant with its closers, invented US providers with the pre-qualifiers as agents, finance. */

import { onboard, saveCard } from "#prisma/town/hosted-pages.ts";
import { enrol, writeProgram } from "#prisma/town/open-shop.ts";
import { makePayouts, payOut } from "#prisma/town/pay-day.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { DAY_MS, plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import type { CriterionId } from "#server/programs/criterion.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { DEFAULT_TERMS } from "#server/programs/terms.ts";
import { as, company, member } from "#server/testing/people.ts";
import type { Stage } from "#server/testing/stage.ts";
import type { Win } from "./olist.ts";

const PROVIDERS = ["Meridian Calls", "Saltbrush Leads", "Juniper Outreach", "Copperfield Research"];
const FEE_MINOR = 150_00n;

export type Cast = {
  readonly programId: ProgramId;
  readonly criteria: readonly CriterionId[];
  readonly providers: readonly Actor[];
  /** Agents by the id of the pre-qualifier they stand for. */
  readonly qualifiers: ReadonlyMap<string, Actor>;
  /** Closers by the id of the sales person they stand for. */
  readonly closers: ReadonlyMap<string, Actor>;
  readonly desk: { readonly maker: Actor; readonly checkers: readonly Actor[] };
};

/** Everybody signs up (the files tell no zone, so the merchant lives in UTC), the program is published at a fixed fee, cards and payout accounts are connected, terms signed. */
export async function foundCast(stage: Stage, wins: readonly Win[]): Promise<Cast> {
  const at = await clock.now();
  const merchant = await company("merchant", {
    name: "Mercado Meridional",
    country: "BR",
    timeZone: "UTC",
  });
  const platform = await company("platform", { name: "Lode" });
  const owners = await Promise.all(
    PROVIDERS.map((name) => company("provider", { name, country: "US", timeZone: "America/New_York" })),
  );
  await saveCard(stage, merchant.merchant_owner, "usd", "good");
  const programId = await openProgram(merchant.merchant_owner);
  for (const provider of owners) {
    await onboard(stage, provider.provider_owner, "US");
    await enrol(
      { merchant: merchant.merchant_owner, provider: provider.provider_owner },
      programId,
      "We pre-qualify sellers.",
    );
  }
  const qualifiers = new Map<string, Actor>();
  for (const [n, id] of [...new Set(wins.map((win) => win.qualifier))].sort().entries()) {
    const provider = owners[n % owners.length];
    if (provider) qualifiers.set(id, await member(provider.id, "provider_agent", at));
  }
  const closers = new Map<string, Actor>();
  for (const id of [...new Set(wins.map((win) => win.closer))].sort())
    closers.set(id, await member(merchant.id, "merchant_closer", at));
  const criteria = await db.qualificationCriterion.findMany({ where: { programId }, select: { id: true } });
  const checkers = [
    await member(platform.id, "platform_finance", at),
    await member(platform.id, "platform_finance", at),
  ];
  return {
    programId,
    criteria: criteria.map(({ id }) => id as CriterionId),
    providers: owners.map((provider) => provider.provider_owner),
    qualifiers,
    closers,
    desk: { maker: platform.platform_finance, checkers },
  };
}

async function openProgram(owner: Actor): Promise<ProgramId> {
  const { takeRateBp: _lode, ...defaults } = DEFAULT_TERMS;
  const programId = await writeProgram(owner, {
    merchant: "kestrel",
    name: "Sellers for the marketplace",
    summary: "Shops that want to sell on every marketplace through one account.",
    product: "One contract and one stock list for all marketplaces.",
    script: "Where do you sell today?",
    icp: { industries: ["Retail"], countries: ["BR"], companySizes: [], roles: ["Owner"], exclusions: "" },
    questions: [{ kind: "yes_no", question: "Does the shop want to sell on marketplaces?", answers: ["yes"] }],
    knowledge: [],
    terms: {
      ...defaults,
      currency: "usd",
      rule: { model: "fixed", fixedMinor: FEE_MINOR },
      minimumMinor: FEE_MINOR,
      capMinor: null,
    },
    region: "america",
    providers: [],
    deal: [0n, 0n],
    summaries: [],
  });
  await as(owner).programs.publish({ programId });
  return programId;
}

/** Finance pays what is payable; with `end`, it waits until every hold is over first. */
export async function payEverything(stage: Stage, { desk }: Cast, end?: Date): Promise<void> {
  for (const days of end ? [31, 62] : [0]) {
    if (end) await stage.moveTo(plus(end, days * DAY_MS));
    for (const payoutId of await makePayouts(desk)) await payOut(desk, payoutId);
    await stage.settle();
  }
}
