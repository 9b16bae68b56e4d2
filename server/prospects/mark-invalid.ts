import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import type { MarkInvalid } from "./prospect.ts";
import { assertWorkable } from "./queue.ts";
import { releaseClaims } from "./release-claims.ts";

/** An agent finds that a prospect cannot be reached: the data is wrong. Its protection ends. */
export function markInvalid(actor: Actor, { prospectId, reason, note }: MarkInvalid): Promise<void> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    assertWorkable(prospect, actor.userId, now);
    await moveProspect(tx, actor, prospect, "invalid", { dueAt: null, reason, note });
    await releaseClaims(tx, prospectId, now);
  });
}
