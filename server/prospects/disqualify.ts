import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import type { Disqualify } from "./prospect.ts";
import { assertWorkable } from "./queue.ts";
import { releaseClaims } from "./release-claims.ts";

/** An agent finds that a prospect does not fit; the provider's protection of the person ends. */
export function disqualify(actor: Actor, { prospectId, reason, note }: Disqualify): Promise<void> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    assertWorkable(prospect, actor.userId, now);
    await moveProspect(tx, actor, prospect, "disqualified", { dueAt: null, reason, note });
    await releaseClaims(tx, prospectId, now);
  });
}
