import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";

/** How far ahead the merchant is reminded of the word it owes, in days. */
export const REMIND_DAYS = 3;
/** Leads that the merchant's home names at most. */
export const SHOWN = 10;

/** The accepted leads on which the merchant owes word now or soon, the most overdue first. */
export async function reportsDue(actor: Actor) {
  const now = await clock.now();
  const where = { merchantId: actor.organisationId, nextReportAt: { lte: plusDays(now, REMIND_DAYS) } };
  const [rows, count] = await Promise.all([
    db.lead.findMany({
      where,
      orderBy: [{ nextReportAt: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        id: true,
        company: true,
        nextReportAt: true,
        program: { select: { name: true } },
        stage: { select: { stage: true, since: true } },
      },
    }),
    db.lead.count({ where }),
  ]);
  return { rows, count, now };
}
