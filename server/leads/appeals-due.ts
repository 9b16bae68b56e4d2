import { SYSTEM } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { eachAlone } from "./each-alone.ts";
import { type LeadId, mayMove, SWEEP_SIZE } from "./lead.ts";
import { lockLead } from "./lock-lead.ts";
import { makeFinal } from "./make-final.ts";

/** A rejection or a return that nobody appealed in time becomes final. */
export async function appealsDue(now: Date): Promise<void> {
  const due = await db.lead.findMany({
    where: { status: { in: ["rejected", "returned"] }, appealUntil: { lte: now } },
    orderBy: [{ appealUntil: "asc" }, { id: "asc" }],
    take: SWEEP_SIZE,
    select: { id: true },
  });
  await eachAlone(due, async (tx, id) => {
    const lead = await lockLead(tx, SYSTEM, id as LeadId);
    // The provider may have appealed since it was found.
    if (lead.appealUntil && lead.appealUntil <= now && mayMove(lead.status, "final")) await makeFinal(tx, SYSTEM, lead);
  });
}
