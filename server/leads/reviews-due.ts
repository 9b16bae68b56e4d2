import { SYSTEM } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { eachAlone } from "./each-alone.ts";
import { type LeadId, SWEEP_SIZE } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";
import { takeIn } from "./take-in.ts";

/** Silence past the review clock counts as acceptance. */
export async function reviewsDue(now: Date): Promise<void> {
  const due = await db.lead.findMany({
    where: { status: "submitted", reviewDueAt: { lte: now } },
    orderBy: [{ reviewDueAt: "asc" }, { id: "asc" }],
    take: SWEEP_SIZE,
    select: { id: true },
  });
  await eachAlone(due, async (tx, id) => {
    const lead = await lockLead(tx, SYSTEM, id as LeadId);
    // The merchant may have decided since it was found.
    if (lead.status === "submitted") await takeIn(tx, SYSTEM, lead, "deemed");
  });
}
