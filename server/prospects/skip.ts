import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { assertWorkable, SKIP_MS, type Skip } from "./queue.ts";

/** An agent passes over a prospect and says why; it comes back later, to whoever is next. */
export function skip(actor: Actor, { prospectId, reason }: Skip): Promise<void> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    assertWorkable(prospect, actor.userId, now);
    await tx.prospect.update({
      where: { id: prospectId },
      data: { dueAt: plus(now, SKIP_MS), takenById: null, takenUntil: null },
    });
    const { status, dueAt } = prospect;
    await record(tx, actor, {
      what: "prospect.skipped",
      about: prospectId,
      detail: { from: status, to: status, fromDueAt: dueAt?.toISOString() ?? null, reason },
    });
  });
}
