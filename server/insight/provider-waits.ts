import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";

/** How many prospects are due for a provider now, how many leads and reports wait for a merchant, and which decisions may be appealed. */
export async function providerWaits(actor: Actor) {
  const now = await clock.now();
  const providerId = actor.organisationId;
  const mine = actor.role === "provider_agent" ? { agentId: actor.userId } : {};
  const [due, waiting, reported, appealable] = await Promise.all([
    db.prospect.count({ where: { providerId, dueAt: { lte: now } } }),
    db.lead.count({ where: { providerId, ...mine, status: "submitted" } }),
    db.deal.count({ where: { providerId, status: "reported" } }),
    db.lead.count({
      where: { providerId, ...mine, status: { in: ["rejected", "returned"] }, appealUntil: { gt: now } },
    }),
  ]);
  return { due, waiting, reported, appealable, now };
}
