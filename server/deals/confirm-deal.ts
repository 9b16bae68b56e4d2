import { z } from "zod";
import { openSettlement } from "#server/billing/open-settlement.ts";
import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { holdDaysFor } from "#server/programs/fee.ts";
import { GRADES } from "#server/programs/terms.ts";
import { termsOf } from "#server/programs/terms-row.ts";
import { assertCollectable, assertMove, type DealId, tellOfDeal } from "./deal.ts";
import { feeOfDeal } from "./fee-of-deal.ts";
import type { LockedDeal } from "./lock-deal.ts";
import { setStage, stageOf } from "./set-stage.ts";

/** A deal is agreed: the lead is won, and its settlement is opened in the same transaction. */
export async function confirmDeal(
  tx: Tx,
  author: Author,
  { deal, lead }: LockedDeal,
  by: "merchant" | "deemed" | "finance",
): Promise<void> {
  assertMove(deal, "confirmed");
  const fee = await feeOfDeal(tx, lead, deal);
  assertCollectable(fee);
  const now = await clock.now(tx);
  await tx.deal.update({ where: { id: deal.id }, data: { status: "confirmed" } });
  await tx.dealConfirmation.create({ data: { dealId: deal.id, by, userId: author.userId, at: now } });

  const stage = await stageOf(tx, lead.id);
  if (stage === "lost" || stage === "dormant") await setStage(tx, author, lead, "open");
  await setStage(tx, author, lead, "won");

  const terms = termsOf(lead.terms);
  await openSettlement(tx, author, {
    dealId: deal.id,
    leadId: lead.id,
    programId: lead.programId,
    termsVersionId: lead.termsVersionId,
    merchantId: lead.merchantId,
    providerId: lead.providerId,
    feeBase: moneyOf(deal.valueMinor, deal.currency),
    gross: fee.gross,
    platform: fee.platform,
    provider: fee.provider,
    takeRateBp: terms.takeRateBp,
    calculation: fee.steps,
    grade: deal.grade,
    holdDays: holdDaysFor(terms, z.enum(GRADES).parse(deal.grade)),
  });
  await enqueue(tx, tellOfDeal, { dealId: deal.id as DealId, told: "confirmed" });
  await record(tx, author, {
    what: "deal.confirmed",
    about: deal.id,
    audience: [lead.merchantId, lead.providerId],
    detail: { by, from: deal.status, leadId: lead.id },
  });
}
