import type { Actor } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";

/** What waits in each room, as the side bar shows it. Rooms without a count are left out. */
export type RoomCounts = Readonly<Record<string, number>>;

/** Counts what waits for this organisation; each is an index-only count of open work, never of a whole table. */
export async function roomCounts(actor: Actor): Promise<RoomCounts> {
  const kind = kindOf(actor.role);
  if (kind === "merchant") return merchantCounts(actor.organisationId);
  return kind === "provider" ? providerCounts(actor.organisationId) : platformCounts();
}

async function merchantCounts(merchantId: string): Promise<RoomCounts> {
  const [leads, deals, providers, billing] = await Promise.all([
    db.lead.count({ where: { merchantId, status: "submitted" } }),
    db.deal.count({ where: { merchantId, status: "reported" } }),
    db.enrolment.count({ where: { merchantId, status: "applied" } }),
    db.collection.count({ where: { merchantId, status: "action_required" } }),
  ]);
  return { leads, deals, providers, billing };
}

async function providerCounts(providerId: string): Promise<RoomCounts> {
  const [queue, imports, leads] = await Promise.all([
    db.prospect.count({ where: { providerId, status: { in: ["working", "qualified"] } } }),
    db.prospectImport.count({ where: { providerId, status: "running" } }),
    db.lead.count({ where: { providerId, status: { in: ["rejected", "returned"] } } }),
  ]);
  return { queue, imports, leads };
}

async function platformCounts(): Promise<RoomCounts> {
  const [payouts, settlements] = await Promise.all([
    db.payout.count({ where: { status: { in: ["submitted", "approved", "partially_failed"] } } }),
    db.collection.count({ where: { status: { in: ["action_required", "uncollectible"] } } }),
  ]);
  return { payouts, settlements };
}
