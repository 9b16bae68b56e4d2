import type { Tx } from "#server/platform/db.ts";
import { ABSURD_FROM_DEALS } from "./deal.ts";

/** The median value of a program's confirmed deals in minor units; null while there are too few. */
export async function usualValue(tx: Tx, programId: string): Promise<bigint | null> {
  const [row] = await tx.$queryRaw<{ median: bigint | null; deals: bigint }[]>`
    select percentile_disc(0.5) within group (order by value_minor) as median, count(*) as deals
    from deal where program_id = ${programId} and status in ('confirmed', 'amended')`;
  return row && row.deals >= ABSURD_FROM_DEALS ? row.median : null;
}
