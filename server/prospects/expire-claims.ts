import { record } from "#server/events/record.ts";
import { SYSTEM } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { SWEEP_ROWS } from "./queue.ts";

/** Claims whose protection has run out end; the person is free for whoever touches first. */
export function expireClaims(now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const ended = await tx.$queryRaw<{ prospectId: string; providerId: string }[]>`
      update claim set status = 'expired', ended_at = ${now} where id in (
        select id from claim where status = 'active' and until <= ${now}
        order by until limit ${SWEEP_ROWS} for update skip locked)
      returning prospect_id as "prospectId", provider_id as "providerId"`;
    const prospects = new Map(ended.map(({ prospectId, providerId }) => [prospectId, providerId]));
    for (const [about, providerId] of prospects)
      await record(tx, SYSTEM, { what: "claim.expired", about, audience: [providerId] });
  });
}
