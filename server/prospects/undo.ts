import { z } from "zod";
import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, isDuplicate, type Tx } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { type AboutProspect, isOpen, PROSPECT_STATUSES } from "./prospect.ts";
import { LEASE_MS, tooLateToUndo, UNDO_MS, UNDOABLE } from "./queue.ts";

const Before = z.object({ from: z.enum(PROSPECT_STATUSES), fromDueAt: z.coerce.date().nullable() });

/**
 * An agent takes back a snooze, a disqualification or a skip of a moment ago: the prospect is as it was and with the
 * agent again. Not when anything happened to it since, or somebody else has claimed the person.
 */
export async function undo(actor: Actor, { prospectId }: AboutProspect): Promise<void> {
  await inTransaction(async (tx) => {
    const now = await clock.now(tx);
    await lockProspect(tx, actor.organisationId, prospectId);
    const { from, fromDueAt } = await lastAct(tx, actor, prospectId, now);
    await tx.prospect.update({
      where: { id: prospectId },
      data: {
        status: from,
        dueAt: fromDueAt,
        reason: null,
        takenById: isOpen(from) ? actor.userId : null,
        takenUntil: isOpen(from) ? plus(now, LEASE_MS) : null,
      },
    });
    await tx.claim.updateMany({
      where: { prospectId, status: "released", endedAt: { gte: plus(now, -UNDO_MS) }, until: { gt: now } },
      data: { status: "active", endedAt: null },
    });
    await record(tx, actor, { what: "prospect.restored", about: prospectId, detail: { to: from } });
  }).catch((error: unknown) => {
    throw isDuplicate(error) ? tooLateToUndo() : error;
  });
}

async function lastAct(tx: Tx, actor: Actor, prospectId: string, now: Date): Promise<z.infer<typeof Before>> {
  const last = await tx.event.findFirst({ where: { about: prospectId }, orderBy: { seq: "desc" } });
  const undoable: readonly string[] = UNDOABLE;
  if (!last || !undoable.includes(last.what) || last.userId !== actor.userId) throw tooLateToUndo();
  if (last.at < plus(now, -UNDO_MS)) throw tooLateToUndo();
  return Before.parse(last.detail);
}
