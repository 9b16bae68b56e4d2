import type { Author, OrganisationId } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import { type ProspectId, prospectIsUnknown } from "./prospect.ts";

/**
 * Gives a handed-over prospect back to its provider when its lead has ended without a deal: it is in work again and due,
 * and its claims protect it for what is left of their time.
 */
export async function freeProspect(tx: Tx, author: Author, prospectId: ProspectId): Promise<void> {
  const now = await clock.now(tx);
  const owner = await tx.prospect.findUnique({ where: { id: prospectId }, select: { providerId: true } });
  if (!owner) throw prospectIsUnknown();
  const prospect = await lockProspect(tx, owner.providerId as OrganisationId, prospectId);
  await tx.claim.updateMany({
    where: { prospectId, status: "converted", until: { gt: now } },
    data: { status: "active", endedAt: null },
  });
  await tx.claim.updateMany({ where: { prospectId, status: "converted" }, data: { status: "expired" } });
  await moveProspect(tx, author, prospect, "working", { dueAt: now });
}
