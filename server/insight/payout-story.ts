import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { type StoryQuestion, storyIsUnknown } from "./story.ts";

/**
 * The whole story behind one earning of a payout: lead, touches, acceptance, deal and evidence, terms and calculation,
 * charge, Stripe's fee, ledger, transfer. Asking is written to the audit log: finance sees everything, and is seen.
 */
export function payoutStory(actor: Actor, { earningId }: StoryQuestion) {
  return inTransaction(async (tx) => {
    const settlement = await settlementOf(tx, earningId);
    const stripeChargeId = settlement.collection?.stripeChargeId ?? null;
    const deal = await dealOf(tx, settlement.dealId);
    const lead = await leadOf(tx, settlement.leadId);
    const charge = await chargeOf(tx, stripeChargeId);
    const bookings = await bookingsOf(tx, {
      earningId,
      settlementId: settlement.id,
      stripeChargeId,
      txnId: charge?.id ?? null,
    });
    await record(tx, actor, { what: "earning.looked_at", about: earningId, silent: true });
    return { settlement, deal, lead, charge, bookings };
  });
}

async function settlementOf(tx: Tx, earningId: string) {
  const earning = await tx.earning.findUnique({ where: { id: earningId }, select: { settlementId: true } });
  const row =
    earning &&
    (await tx.settlement.findUnique({
      where: { id: earning.settlementId },
      include: { merchant: true, provider: true, collection: { include: { attempts: { orderBy: { n: "asc" } } } } },
    }));
  if (!row) throw storyIsUnknown();
  const terms = await tx.termsVersion.findUniqueOrThrow({ where: { id: row.termsVersionId } });
  return {
    id: row.id,
    dealId: row.dealId,
    leadId: row.leadId,
    status: row.status,
    at: row.createdAt,
    merchant: row.merchant.name,
    provider: row.provider.name,
    feeBase: moneyOf(row.feeBaseMinor, row.currency),
    gross: moneyOf(row.grossMinor, row.currency),
    platform: moneyOf(row.platformMinor, row.currency),
    share: moneyOf(row.providerMinor, row.currency),
    takeRateBp: row.takeRateBp,
    calculation: row.calculation,
    terms: { id: terms.id, version: terms.version, activatedAt: terms.activatedAt },
    collection: row.collection && {
      id: row.collection.id,
      status: row.collection.status,
      collectedAt: row.collection.collectedAt,
      stripePaymentIntentId: row.collection.stripePaymentIntentId,
      stripeChargeId: row.collection.stripeChargeId,
      attempts: row.collection.attempts.map(({ n, outcome, declineCode, startedAt }) => ({
        n,
        outcome,
        declineCode,
        startedAt,
      })),
    },
  };
}

async function dealOf(tx: Tx, dealId: string) {
  const deal = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    include: { evidence: true, confirmation: true, contest: true },
  });
  return {
    id: deal.id,
    status: deal.status,
    value: moneyOf(deal.valueMinor, deal.currency),
    wonOn: deal.wonOn,
    grade: deal.grade,
    flags: deal.flags,
    note: deal.note,
    reportedBy: deal.reportedBy,
    reportedAt: deal.reportedAt,
    confirmedBy: deal.confirmation?.by ?? null,
    confirmedAt: deal.confirmation?.at ?? null,
    contested: deal.contest && { reason: deal.contest.reason, at: deal.contest.at },
    evidence: deal.evidence.map(({ id, fileName, sizeBytes, at }) => ({ id, fileName, sizeBytes, at })),
  };
}

async function leadOf(tx: Tx, leadId: string) {
  const lead = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    include: { acceptance: true, program: { select: { id: true, name: true } } },
  });
  const agent = await tx.user.findUnique({ where: { id: lead.agentId }, select: { name: true } });
  const touches = await tx.touch.findMany({
    where: { prospectId: lead.prospectId },
    orderBy: { at: "asc" },
    select: { channel: true, disposition: true, at: true },
  });
  return {
    id: lead.id,
    name: lead.name,
    company: lead.company,
    program: lead.program,
    agent: agent?.name ?? null,
    sourceChannel: lead.sourceChannel,
    handedOverAt: lead.handedOverAt,
    touches,
    acceptedBy: lead.acceptance?.by ?? null,
    acceptedAt: lead.acceptance?.at ?? null,
  };
}

async function chargeOf(tx: Tx, stripeChargeId: string | null) {
  const txn =
    stripeChargeId && (await tx.balanceTransaction.findFirst({ where: { sourceId: stripeChargeId, type: "charge" } }));
  return txn
    ? {
        id: txn.id,
        amount: moneyOf(txn.amountMinor, txn.currency),
        fee: moneyOf(txn.feeMinor, txn.currency),
        net: moneyOf(txn.netMinor, txn.currency),
        availableOn: txn.availableOn,
      }
    : null;
}

type Traces = { earningId: string; settlementId: string; stripeChargeId: string | null; txnId: string | null };

async function bookingsOf(tx: Tx, { earningId, settlementId, stripeChargeId, txnId }: Traces) {
  const attempts = await tx.transferAttempt.findMany({ where: { earningId } });
  const facts = [
    `acc:${settlementId}`,
    `void:${settlementId}`,
    `wo:${settlementId}`,
    `rel:${earningId}`,
    `unr:${earningId}`,
    ...(stripeChargeId ? [`ch:${stripeChargeId}`] : []),
    ...(txnId ? [`bt:${txnId}`] : []),
    ...attempts.flatMap(({ id, stripeTransferId }) => [
      `trs:${id}`,
      `trx:${id}`,
      ...(stripeTransferId ? [`tr:${stripeTransferId}`] : []),
    ]),
  ];
  const rows = await tx.ledgerTransfer.findMany({
    where: { OR: facts.map((fact) => ({ OR: [{ cause: fact }, { cause: { startsWith: `${fact}:` } }] })) },
    include: { debitAccount: { select: { name: true } }, creditAccount: { select: { name: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    cause: row.cause,
    at: row.at,
    amount: moneyOf(row.amountMinor, row.currency),
    debit: row.debitAccount.name,
    credit: row.creditAccount.name,
  }));
}
