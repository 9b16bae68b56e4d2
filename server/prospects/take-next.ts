import type { Actor } from "#server/kernel/actor.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction, type Tx } from "#server/platform/db.ts";
import { assertEnrolled } from "./assert-enrolled.ts";
import { lockProspect } from "./lock-prospect.ts";
import { assertBudgetLeft, budgetLeft, isAvailable, setAside } from "./not-available.ts";
import type { ProspectId } from "./prospect.ts";
import { LEASE_MS, type TakeNext } from "./queue.ts";

/** The prospect an agent got, or none; and how many before it were not available. */
export type Taken = { readonly prospectId: ProspectId | null; readonly notAvailable: number };

/**
 * An agent takes the next prospect of a program: the one already held, or the longest due that nobody holds. With
 * `besides` an agent holds two at most, the one in work and the one already loaded. Who turns
 * out not to be available leaves the queue and counts against the agent's day.
 */
export function takeNext(actor: Actor, { programId, besides }: TakeNext): Promise<Taken> {
  return inTransaction(async (tx) => {
    // One take of an agent at a time, so that two open pages do not hold more than one page would.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`take:${actor.userId}`}, 0))`;
    const now = await clock.now(tx);
    await assertEnrolled(tx, actor.organisationId, programId);
    const held = await heldBy(tx, actor, programId, besides ?? null, now);
    if (held) return lease(tx, actor, held, 0, now);

    await assertBudgetLeft(tx, actor, now);
    for (let left = await budgetLeft(tx, actor, now), notAvailable = 0; ; left--, notAvailable++) {
      const id = left > 0 ? await longestDue(tx, actor, programId, now) : null;
      if (!id) return { prospectId: null, notAvailable };
      const prospect = await lockProspect(tx, actor.organisationId, id);
      if (await isAvailable(tx, prospect)) return lease(tx, actor, id, notAvailable, now);
      await setAside(tx, actor, prospect, now);
    }
  });
}

async function heldBy(tx: Tx, { userId, organisationId }: Actor, programId: string, besides: string | null, now: Date) {
  const [row] = await tx.$queryRaw<{ id: ProspectId }[]>`
    select id from prospect
    where provider_id = ${organisationId} and program_id = ${programId} and due_at is not null
      and taken_by_id = ${userId} and taken_until > ${now} and id is distinct from ${besides}
    order by taken_until desc, id limit 1 for update`;
  return row?.id;
}

/** Walks the index in order; rows that others are just taking are stepped over, not waited for. */
async function longestDue(tx: Tx, { organisationId }: Actor, programId: string, now: Date): Promise<ProspectId | null> {
  const [row] = await tx.$queryRaw<{ id: ProspectId }[]>`
    select id from prospect
    where provider_id = ${organisationId} and program_id = ${programId} and due_at <= ${now}
      and status in ('new', 'working', 'qualified') and (taken_until is null or taken_until <= ${now})
    order by due_at, id limit 1 for update skip locked`;
  return row?.id ?? null;
}

async function lease(tx: Tx, actor: Actor, prospectId: ProspectId, notAvailable: number, now: Date): Promise<Taken> {
  await tx.$executeRaw`
    update prospect set taken_by_id = ${actor.userId}, taken_until = ${plus(now, LEASE_MS)} where id = ${prospectId}`;
  return { prospectId, notAvailable };
}
