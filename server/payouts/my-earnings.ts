import { z } from "zod";
import type { EarningStatus } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import type { Id } from "#server/kernel/id.ts";
import { moneyOf } from "#server/kernel/money.ts";
import { olderThan, PageInput, pageOf } from "#server/kernel/page.ts";
import { db } from "#server/platform/db.ts";
import { EarningId, earningIsUnknown } from "./earning.ts";
import { EARNING_POTS, type EarningPot } from "./earning-pot.ts";

const POTS = Object.keys(EARNING_POTS) as EarningPot[];

export const EarningsQuestion = PageInput.extend({
  pot: z.enum(["expected", "held", "payable", "on_its_way", "paid", "stopped"]).optional(),
});
export type EarningsQuestion = z.infer<typeof EarningsQuestion>;

/** A provider's earnings, newest first, with what they are held or blocked by and the payout they are in. */
export async function myEarnings(actor: Actor, { limit, after, pot }: EarningsQuestion) {
  const rows = await db.earning.findMany({
    where: {
      providerId: actor.organisationId,
      ...(pot && { status: { in: [...EARNING_POTS[pot]] } }),
      AND: olderThan("createdAt", after),
    },
    include: {
      blocks: { where: { resolvedAt: null }, select: { kind: true, openedAt: true } },
      lines: { where: { removedAt: null }, select: { payoutId: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const shown = rows.map((row) => ({
    id: row.id,
    settlementId: row.settlementId,
    amount: moneyOf(row.amountMinor, row.currency),
    status: row.status,
    grade: row.grade,
    createdAt: row.createdAt,
    heldUntil: row.heldUntil,
    transferredAt: row.transferredAt,
    blocks: row.blocks,
    payoutId: row.lines[0]?.payoutId ?? null,
  }));
  return pageOf(shown, limit, (row) => row.createdAt);
}

export const AboutEarning = z.object({ earningId: EarningId });

/** One of a provider's own earnings. */
export async function myEarning(actor: Actor, { earningId }: z.infer<typeof AboutEarning>) {
  const row = await db.earning.findFirst({
    where: { id: earningId, providerId: actor.organisationId },
    include: { blocks: { where: { resolvedAt: null }, select: { kind: true, openedAt: true } } },
  });
  if (!row) throw earningIsUnknown();
  const { id, settlementId, status, grade, holdDays, createdAt, heldUntil, transferredAt, blocks } = row;
  const amount = moneyOf(row.amountMinor, row.currency);
  return {
    id,
    settlementId: settlementId as Id<"stl">,
    amount,
    status,
    grade,
    holdDays,
    createdAt,
    heldUntil,
    transferredAt,
    blocks,
  };
}

/** What a provider has in each pot, per currency, and when what is held becomes payable. */
export async function myEarningSums(actor: Actor) {
  const rows = await db.earning.groupBy({
    by: ["currency", "status"],
    where: { providerId: actor.organisationId },
    _sum: { amountMinor: true },
    _count: true,
  });
  const currencies = [...new Set(rows.map((row) => row.currency))].sort();
  return currencies.map((currency) => ({
    currency,
    pots: POTS.map((pot) => {
      const states: readonly EarningStatus[] = EARNING_POTS[pot];
      const own = rows.filter((row) => row.currency === currency && states.includes(row.status));
      const minor = own.reduce((sum, row) => sum + (row._sum.amountMinor ?? 0n), 0n);
      return { pot, amount: moneyOf(minor, currency), count: own.reduce((sum, row) => sum + row._count, 0) };
    }),
  }));
}

/** Days ahead that the forecast looks. */
export const FORECAST_DAYS = 60;

/** What becomes payable on which day, from the holds that run: per currency and UTC day. */
export async function myForecast(actor: Actor, now: Date) {
  const rows = await db.$queryRaw<{ currency: string; day: string; minor: bigint; count: number }[]>`
    select currency, to_char(held_until at time zone 'UTC', 'YYYY-MM-DD') as day, sum(amount_minor)::bigint as minor, count(*)::int as count
    from earning
    where provider_id = ${actor.organisationId} and status = 'held' and held_until <= ${now}::timestamptz + ${FORECAST_DAYS}::int * interval '1 day'
    group by 1, 2 order by 2, 1`;
  return rows.map(({ currency, day, minor, count }) => ({ day, count, amount: moneyOf(minor, currency) }));
}
