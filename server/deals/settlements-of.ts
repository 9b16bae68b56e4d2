import { db } from "#server/platform/db.ts";
import { stepsOf } from "./kept-steps.ts";

/** What became of the fee of some deals, by deal. */
export async function settlementsOf(dealIds: readonly string[]) {
  const rows = await db.settlement.findMany({
    where: { dealId: { in: [...dealIds] } },
    select: {
      id: true,
      dealId: true,
      status: true,
      currency: true,
      grossMinor: true,
      providerMinor: true,
      takeRateBp: true,
      calculation: true,
    },
  });
  return new Map(rows.map((row) => [row.dealId, { ...row, calculation: stepsOf(row.calculation) }]));
}
