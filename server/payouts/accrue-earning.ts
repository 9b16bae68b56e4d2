import { newId } from "#server/kernel/id.ts";
import type { Money } from "#server/kernel/money.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { type EarningId, MAX_HOLD_DAYS } from "./earning.ts";

/** The provider's share of a confirmed deal: contingent until the merchant's charge arrives. */
export async function accrueEarning(
  tx: Tx,
  share: { settlementId: string; providerId: string; amount: Money; grade: string; holdDays: number },
): Promise<EarningId> {
  const { settlementId, providerId, amount, grade, holdDays } = share;
  if (!Number.isInteger(holdDays) || holdDays < 0 || holdDays > MAX_HOLD_DAYS)
    throw new RangeError(`a hold of ${holdDays} days`);
  const at = await clock.now(tx);
  const id: EarningId = newId("earn", at.getTime());
  await tx.earning.create({
    data: {
      id,
      providerId,
      settlementId,
      amountMinor: amount.minor,
      currency: amount.currency,
      grade,
      holdDays,
      createdAt: at,
    },
  });
  return id;
}
