import { SYSTEM } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import type { Tx } from "#server/platform/db.ts";
import { recordMoney } from "./record-money.ts";

/** The charge behind an earning arrived: it is held for the agreed days. Told again, nothing changes. */
export async function holdEarning(
  tx: Tx,
  arrival: { settlementId: string; stripeChargeId: string; at: Date },
): Promise<void> {
  const { settlementId, stripeChargeId, at } = arrival;
  await tx.$executeRaw`select 1 from earning where settlement_id = ${settlementId} for update`;
  const earning = await tx.earning.findUnique({ where: { settlementId } });
  if (earning?.status !== "contingent") return;
  await tx.earning.update({
    where: { id: earning.id },
    data: { status: "held", stripeChargeId, heldUntil: plusDays(at, earning.holdDays) },
  });
  await recordMoney(tx, SYSTEM, {
    what: "earning.held",
    about: earning.id,
    audience: [earning.providerId],
    detail: { from: "contingent", to: "held", holdDays: earning.holdDays },
  });
}
