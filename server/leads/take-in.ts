import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import { plusBusinessDays, plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { assertMove, type LeadId, tellOfLead } from "./lead.ts";
import type { LockedLead } from "./lock-lead.ts";

/** A lead becomes the merchant's: its person is revealed, the return window and the duty to report begin. */
export async function takeIn(
  tx: Tx,
  author: Author,
  lead: LockedLead,
  by: "merchant" | "deemed" | "appeal",
): Promise<void> {
  assertMove(lead, "accepted");
  const now = await clock.now(tx);
  await tx.lead.update({
    where: { id: lead.id },
    data: {
      status: "accepted",
      appealUntil: null,
      returnUntil: lead.returnUntil ?? plusBusinessDays(lead.merchant.timeZone, now, lead.terms.returnBusinessDays),
      nextReportAt: plusDays(now, lead.terms.reportEveryDays),
    },
  });
  // A lead that was given back and won on appeal keeps its first acceptance.
  await tx.leadAcceptance.createMany({
    data: [{ leadId: lead.id, by, userId: author.userId, at: now }],
    skipDuplicates: true,
  });
  await enqueue(tx, tellOfLead, { leadId: lead.id as LeadId, told: by === "appeal" ? "appeal_decided" : "accepted" });
  await record(tx, author, {
    what: "lead.accepted",
    about: lead.id,
    audience: [lead.merchantId, lead.providerId],
    detail: { by, from: lead.status },
  });
}
