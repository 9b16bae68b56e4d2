import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { SWEEP_ROWS } from "./queue.ts";
import { settleQualification } from "./settle-qualification.ts";

/** Snoozed prospects whose time has come are in work again, and in the queue. */
export function wakeSnoozed(now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const woken = await tx.$queryRaw<{ id: string; providerId: string }[]>`
      update prospect set status = 'working', reason = null where id in (
        select id from prospect where status = 'snoozed' and due_at <= ${now}
        order by due_at limit ${SWEEP_ROWS} for update skip locked)
      returning id, provider_id as "providerId"`;
    for (const { id, providerId } of woken) {
      await record(tx, SYSTEM, { what: "prospect.woken", about: id, audience: [providerId] });
      await settleQualification(tx, SYSTEM, id);
    }
  });
}
