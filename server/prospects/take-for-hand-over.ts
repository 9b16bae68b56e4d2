import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { prospectIsNotClaimed } from "./claim.ts";
import { type LockedProspect, lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import { type ProspectId, prospectIsNotQualified } from "./prospect.ts";
import { isTakenByAnother, prospectIsTaken } from "./queue.ts";
import { assertAllAnswered } from "./settle-qualification.ts";
import { type Snapshot, snapshotOf } from "./snapshot.ts";

/**
 * Takes a qualified prospect out of the queue for its hand-over: it is `handed_over`, its claims are converted,
 * and what the lead shall carry comes back. The caller opens the lead in the same transaction.
 */
export async function takeForHandOver(tx: Tx, actor: Actor, prospectId: ProspectId): Promise<Snapshot> {
  const now = await clock.now(tx);
  const prospect = await lockProspect(tx, actor.organisationId, prospectId);
  if (prospect.status !== "qualified") throw prospectIsNotQualified({ status: prospect.status });
  if (isTakenByAnother(prospect, actor.userId, now)) throw prospectIsTaken();
  await assertAllAnswered(tx, prospect);
  await convertClaims(tx, prospect, now);

  const snapshot = await snapshotOf(tx, prospect);
  await moveProspect(tx, actor, prospect, "handed_over", { dueAt: null });
  return snapshot;
}

/** Every identity must be this provider's to hand over: the database lets no two providers hold one. */
async function convertClaims(tx: Tx, prospect: LockedProspect, now: Date): Promise<void> {
  const claims = await tx.claim.findMany({
    where: { prospectId: prospect.id, providerId: prospect.providerId, status: "active", until: { gt: now } },
    select: { id: true, kind: true, value: true },
  });
  const isClaimed = (identity: { kind: string; value: string }) =>
    claims.some(({ kind, value }) => kind === identity.kind && value === identity.value);
  if (!prospect.identities.length || !prospect.identities.every(isClaimed)) throw prospectIsNotClaimed();
  await tx.claim.updateMany({
    where: { id: { in: claims.map(({ id }) => id) } },
    data: { status: "converted", endedAt: now },
  });
}
