import { z } from "zod";
import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { db } from "#server/platform/db.ts";
import { type AboutSettlement, settlementIsUnknown } from "./settlement.ts";

/** Steps as they were kept; their words are the pages'. */
const Steps = z.array(z.looseObject({ step: z.string() }));

const shape = {
  merchant: { select: { id: true, name: true } },
  provider: { select: { id: true, name: true } },
  collection: { include: { attempts: { orderBy: { n: "asc" } } } },
} satisfies Prisma.SettlementInclude;
type Row = Prisma.SettlementGetPayload<{ include: typeof shape }>;

/** One settlement as its merchant sees it: why this amount, and every try to charge it. */
export async function mySettlement(actor: Actor, { settlementId }: AboutSettlement) {
  const row = await db.settlement.findFirst({
    where: { id: settlementId, merchantId: actor.organisationId },
    include: shape,
  });
  if (!row) throw settlementIsUnknown();
  return { ...whyOf(row), collection: collectionOf(row) };
}

/** One settlement as finance sees it. */
export async function oneSettlement({ settlementId }: AboutSettlement) {
  const row = await db.settlement.findUnique({ where: { id: settlementId }, include: shape });
  if (!row) throw settlementIsUnknown();
  const txn = row.collection?.stripeChargeId
    ? await db.balanceTransaction.findFirst({ where: { sourceId: row.collection.stripeChargeId, type: "charge" } })
    : null;
  return {
    ...whyOf(row),
    merchant: row.merchant,
    collection: collectionOf(row),
    stripe: row.collection && {
      paymentIntentId: row.collection.stripePaymentIntentId,
      chargeId: row.collection.stripeChargeId,
      balanceTransactionId: txn?.id ?? null,
      fee: txn && moneyOf(txn.feeMinor, txn.currency),
      availableOn: txn?.availableOn ?? null,
    },
  };
}

/** Why a provider's share is what it is; the merchant's way of paying is not its business. */
export async function whyThisEarning(actor: Actor, { settlementId }: AboutSettlement) {
  const row = await db.settlement.findFirst({
    where: { id: settlementId, providerId: actor.organisationId },
    include: shape,
  });
  if (!row) throw settlementIsUnknown();
  return { ...whyOf(row), merchant: row.merchant };
}

function whyOf(row: Row) {
  return {
    id: row.id,
    dealId: row.dealId,
    leadId: row.leadId,
    programId: row.programId,
    termsVersionId: row.termsVersionId,
    provider: row.provider,
    status: row.status,
    createdAt: row.createdAt,
    feeBase: moneyOf(row.feeBaseMinor, row.currency),
    gross: moneyOf(row.grossMinor, row.currency),
    platform: moneyOf(row.platformMinor, row.currency),
    share: moneyOf(row.providerMinor, row.currency),
    takeRateBp: row.takeRateBp,
    steps: Steps.parse(row.calculation),
  };
}

function collectionOf({ collection }: Row) {
  if (!collection) return null;
  const { id, status, declineCode, nextAttemptAt, actionUrl, collectedAt, attempts, currency, amountMinor } =
    collection;
  return {
    id,
    status,
    declineCode,
    nextAttemptAt,
    actionUrl,
    collectedAt,
    amount: moneyOf(amountMinor, currency),
    attempts: attempts.map((a) => ({
      n: a.n,
      onSession: a.onSession,
      startedAt: a.startedAt,
      endedAt: a.endedAt,
      outcome: a.outcome,
      declineCode: a.declineCode,
    })),
  };
}
