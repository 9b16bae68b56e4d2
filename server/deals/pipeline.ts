import { z } from "zod";
import type { Prisma } from "#prisma";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { ProgramId } from "#server/programs/program.ts";
import { STAGES, type Stage } from "./stage.ts";

/** Leads shown in one column of the pipeline; the table has all. */
export const COLUMN_SIZE = 40;

export const PipelineFilter = z.object({ programId: ProgramId.nullish() });
export type PipelineFilter = z.infer<typeof PipelineFilter>;

const CARD = {
  id: true,
  company: true,
  title: true,
  city: true,
  country: true,
  score: true,
  handedOverAt: true,
  nextReportAt: true,
  wonAt: true,
  program: { select: { id: true, name: true } },
  provider: { select: { name: true } },
  acceptance: { select: { at: true } },
  stage: { select: { stage: true, reason: true, since: true } },
  deals: {
    where: { status: { in: ["reported", "contested", "confirmed", "amended"] } },
    select: { id: true, status: true, valueMinor: true, currency: true, grade: true },
  },
} as const satisfies Prisma.LeadSelect;

export type Card = Prisma.LeadGetPayload<{ select: typeof CARD }>;

export type Column = {
  readonly stage: Stage;
  readonly count: number;
  readonly cards: readonly Card[];
  /** The value of its confirmed deals, one sum per currency. */
  readonly values: readonly { readonly currency: string; readonly minor: bigint }[];
};

/** The merchant's accepted leads by stage, those it owes word on first. */
export async function pipeline(actor: Actor, { programId }: PipelineFilter): Promise<{ columns: Column[]; now: Date }> {
  const own: Prisma.LeadWhereInput = {
    merchantId: actor.organisationId,
    status: "accepted",
    ...(programId ? { programId } : {}),
  };
  const columns = await Promise.all(
    STAGES.map(async (stage): Promise<Column> => {
      const where = { AND: [own, at(stage)] };
      const [cards, count, sums] = await Promise.all([
        db.lead.findMany({
          where,
          orderBy: [{ nextReportAt: { sort: "asc", nulls: "last" } }, { id: "desc" }],
          take: COLUMN_SIZE,
          select: CARD,
        }),
        db.lead.count({ where }),
        db.deal.groupBy({
          by: ["currency"],
          where: { lead: where, status: { in: ["confirmed", "amended"] } },
          _sum: { valueMinor: true },
        }),
      ]);
      const values = sums.map(({ currency, _sum }) => ({ currency, minor: _sum.valueMinor ?? 0n }));
      return { stage, count, cards, values };
    }),
  );
  return { columns, now: await clock.now() };
}

/** Without a row a lead is open. */
const at = (stage: Stage): Prisma.LeadWhereInput =>
  stage === "open" ? { OR: [{ stage: null }, { stage: { stage } }] } : { stage: { stage } };
