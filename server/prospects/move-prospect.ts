import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import type { LockedProspect } from "./lock-prospect.ts";
import { assertMove, EVENT_OF, type ProspectStatus } from "./prospect.ts";

type Move = {
  readonly dueAt: Date | null;
  readonly reason?: string;
  readonly note?: string;
  /** Who holds the prospect afterwards, and until when; nobody unless said. */
  readonly lease?: Lease;
};
type Lease = { readonly takenById: string | null; readonly takenUntil: Date | null };

const NOBODY: Lease = { takenById: null, takenUntil: null };

/** Moves a locked prospect as the table allows, and writes down from where: that is what an undo reads. */
export async function moveProspect(
  tx: Tx,
  author: Author,
  prospect: LockedProspect,
  to: Exclude<ProspectStatus, "new">,
  { dueAt, reason, note, lease = NOBODY }: Move,
): Promise<void> {
  assertMove(prospect.status, to);
  await tx.prospect.update({
    where: { id: prospect.id },
    data: { status: to, dueAt, reason: reason ?? null, ...lease },
  });
  await record(tx, author, {
    what: EVENT_OF[to],
    about: prospect.id,
    audience: [prospect.providerId],
    detail: {
      from: prospect.status,
      to,
      fromDueAt: prospect.dueAt?.toISOString() ?? null,
      ...(reason !== undefined && { reason }),
      ...(note && { note }),
    },
  });
}
