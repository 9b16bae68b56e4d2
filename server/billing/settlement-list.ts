import { z } from "zod";
import { CollectionStatus, type Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { olderThan, PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";

export const SettlementsQuestion = PageInput.extend({ status: z.array(z.enum(CollectionStatus)).max(8).optional() });
export type SettlementsQuestion = z.infer<typeof SettlementsQuestion>;

const shape = {
  merchant: { select: { id: true, name: true } },
  provider: { select: { id: true, name: true } },
  collection: { select: { id: true, declineCode: true, nextAttemptAt: true, actionUrl: true, collectedAt: true } },
} satisfies Prisma.SettlementInclude;
type Row = Prisma.SettlementGetPayload<{ include: typeof shape }>;

/** A merchant's settlements, newest first: what each fee is and where its collection stands. */
export async function mySettlements(actor: Actor, question: SettlementsQuestion) {
  const rows = await read(question, { merchantId: actor.organisationId });
  return pageOf(rows.map(forMerchant), question.limit, (row) => row.createdAt);
}

/** Everybody's settlements for finance, newest first. */
export async function allSettlements(question: SettlementsQuestion) {
  const rows = await read(question, {});
  const shown = rows.map((row) => ({
    ...forMerchant(row),
    merchant: row.merchant,
    platform: moneyOf(row.platformMinor, row.currency),
    share: moneyOf(row.providerMinor, row.currency),
  }));
  return pageOf(shown, question.limit, (row) => row.createdAt);
}

const read = ({ limit, after, status }: SettlementsQuestion, of: Prisma.SettlementWhereInput) =>
  db.settlement.findMany({
    where: { ...of, ...(status && { status: { in: status } }), AND: olderThan("createdAt", after) },
    include: shape,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });

function forMerchant(row: Row) {
  return {
    id: row.id,
    dealId: row.dealId,
    leadId: row.leadId,
    programId: row.programId,
    provider: row.provider,
    feeBase: moneyOf(row.feeBaseMinor, row.currency),
    gross: moneyOf(row.grossMinor, row.currency),
    status: row.status,
    createdAt: row.createdAt,
    collection: row.collection,
  };
}

/** What a merchant still owes and has paid, per currency. */
export async function mySettlementSums(actor: Actor) {
  const rows = await db.settlement.groupBy({
    by: ["currency", "status"],
    where: { merchantId: actor.organisationId },
    _sum: { grossMinor: true },
    _count: true,
  });
  return rows.map((row) => ({
    currency: row.currency,
    status: row.status,
    count: row._count,
    amount: moneyOf(row._sum.grossMinor ?? 0n, row.currency),
  }));
}
