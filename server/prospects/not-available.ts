import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { dayIn } from "#server/kernel/time.ts";
import type { Tx } from "#server/platform/db.ts";
import type { Identity } from "./identity.ts";
import { identityHash } from "./identity-hash.ts";
import type { LockedProspect } from "./lock-prospect.ts";
import { NOT_AVAILABLE } from "./prospect.ts";
import { NOT_AVAILABLE_BUDGET, notAvailableBudgetIsSpent } from "./queue.ts";

/** May this provider contact the person: nobody else holds a standing claim, and the person has not asked for rest. */
export async function isAvailable(tx: Tx, prospect: LockedProspect): Promise<boolean> {
  const identities = prospect.identities.map(({ kind, value }) => ({ kind, value }));
  const others = await tx.claim.count({
    where: {
      programId: prospect.programId,
      providerId: { not: prospect.providerId },
      status: { in: ["active", "converted"] },
      OR: identities,
    },
  });
  const barred = await tx.doNotContact.count({
    where: { identityHash: { in: identities.map((identity) => identityHash(identity as Identity)) } },
  });
  return others === 0 && barred === 0;
}

/** How often an agent may still be told *not available* today. */
export async function budgetLeft(tx: Tx, { userId }: Actor, now: Date): Promise<number> {
  const spent = await tx.notAvailableCount.findUnique({ where: { userId_day: { userId, day: dayIn("UTC", now) } } });
  return Math.max(0, NOT_AVAILABLE_BUDGET - (spent?.count ?? 0));
}

/** Refuses an agent who was told *not available* too often today. */
export async function assertBudgetLeft(tx: Tx, actor: Actor, now: Date): Promise<void> {
  if ((await budgetLeft(tx, actor, now)) === 0) throw notAvailableBudgetIsSpent({ budget: NOT_AVAILABLE_BUDGET });
}

/** Takes a person who is not available out of the queue and counts the answer; both causes leave the same trace. */
export async function setAside(tx: Tx, actor: Actor, prospect: { readonly id: string }, now: Date): Promise<void> {
  const { userId } = actor;
  const day = dayIn("UTC", now);
  await tx.prospect.update({
    where: { id: prospect.id },
    data: { dueAt: null, reason: NOT_AVAILABLE, takenById: null, takenUntil: null },
  });
  await tx.$executeRaw`
    insert into not_available_count (user_id, day, count) values (${userId}, ${day}, 1)
    on conflict (user_id, day) do update set count = not_available_count.count + 1`;
  await record(tx, actor, { what: "prospect.set_aside", about: prospect.id });
}
