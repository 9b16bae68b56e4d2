import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { eachAlone } from "#server/leads/each-alone.ts";
import { SWEEP_SIZE } from "#server/leads/lead.ts";
import { clock } from "#server/platform/clock.ts";
import { db, type Tx } from "#server/platform/db.ts";
import { askFinance } from "./ask-finance.ts";
import { confirmDeal } from "./confirm-deal.ts";
import { type DealId, silenceConfirms } from "./deal.ts";
import { type LockedDeal, lockDeal } from "./lock-deal.ts";

/** Silence answers a reported win: with evidence A or B it is deemed confirmed, with C or D a person is asked and nothing is charged. */
export async function answersDue(now: Date): Promise<void> {
  const due = await db.deal.findMany({
    where: { status: "reported", answerDueAt: { lte: now } },
    orderBy: [{ answerDueAt: "asc" }, { id: "asc" }],
    take: SWEEP_SIZE,
    select: { id: true },
  });
  await eachAlone(due, async (tx, id) => {
    const locked = await lockDeal(tx, SYSTEM, id as DealId);
    // The merchant may have answered since it was found.
    if (locked.deal.status !== "reported") return;
    if (silenceConfirms(locked.deal.grade)) await confirmDeal(tx, SYSTEM, locked, "deemed");
    else await openDispute(tx, locked);
  });
}

async function openDispute(tx: Tx, { deal, lead }: LockedDeal): Promise<void> {
  const dealId = deal.id as DealId;
  await tx.deal.update({ where: { id: dealId }, data: { status: "contested" } });
  await tx.dealContest.create({ data: { dealId, by: "clock", reason: "", userId: null, at: await clock.now(tx) } });
  const audience = await askFinance(tx, dealId);
  await record(tx, SYSTEM, {
    what: "deal.contested",
    about: dealId,
    audience: [lead.merchantId, lead.providerId, ...audience],
    detail: { by: "clock", from: "reported" },
  });
}
