import { HOUR_MS, MINUTE_MS, plus } from "#server/kernel/time.ts";
import { db, inTransaction } from "#server/platform/db.ts";
import { enqueue } from "#server/platform/queue.ts";
import { executePayout, PayoutId } from "./payout.ts";

/** Payouts taken up again in one go, at most. */
export const RESUMED_PER_SWEEP = 100;
/** A released payout in which nothing moved for this long is taken up again: its worker died. */
const SILENT_MS = 2 * MINUTE_MS;
/** What waits for funds is tried again this often. */
const FUNDS_MS = HOUR_MS;

/** Released payouts that stand still: a worker died, or a line waits for funds. */
export async function resumePayouts(now: Date): Promise<void> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select p.id from payout p
    where p.status = 'executing' and p.executed_at <= ${plus(now, -SILENT_MS)}
      and not exists (select 1 from transfer_attempt t where t.payout_id = p.id
        and case t.status when 'refused' then t.ended_at > ${plus(now, -FUNDS_MS)} else t.started_at > ${plus(now, -SILENT_MS)} end)
    order by p.executed_at limit ${RESUMED_PER_SWEEP}`;
  await inTransaction(async (tx) => {
    for (const { id } of rows)
      await enqueue(tx, executePayout, { payoutId: PayoutId.parse(id) }, { key: `execute:${id}` });
  });
}
