import { SYSTEM } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { recordMoney } from "./record-money.ts";

/** Earnings that leave their hold in one go, at most. */
export const HOLDS_PER_SWEEP = 200;

type Ended = { readonly id: string; readonly providerId: string };

/**
 * Holds that are over: the earning goes to review, unless something stands against it or its account cannot be paid.
 * Those wait, however long, and never count against the others in the batch.
 */
export async function endHolds(now: Date): Promise<void> {
  while ((await endSome(now)) === HOLDS_PER_SWEEP);
}

function endSome(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const ended = await tx.$queryRaw<Ended[]>`
      update earning set status = 'in_review' where id in (
        select e.id from earning e
        where e.status = 'held' and e.held_until <= ${now}
          and not exists (select 1 from earning_block b where b.earning_id = e.id and b.resolved_at is null)
          and exists (
            select 1 from payout_account a where a.provider_id = e.provider_id and a.closed_at is null
              and a.transfers_capability = 'active' and a.payouts_capability = 'active')
        order by e.held_until, e.id limit ${HOLDS_PER_SWEEP} for update skip locked)
      returning id, provider_id as "providerId"`;
    for (const { id, providerId } of ended)
      await recordMoney(tx, SYSTEM, {
        what: "earning.hold_ended",
        about: id,
        audience: [providerId],
        detail: { from: "held", to: "in_review" },
      });
    return ended.length;
  });
}
