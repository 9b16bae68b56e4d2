import type { Prisma } from "#prisma";
import type { Author } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { transfer } from "#server/ledger/transfer.ts";
import { accrueEarning } from "#server/payouts/accrue-earning.ts";
import { recordMoney } from "#server/payouts/record-money.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { accrued } from "./bookings.ts";
import { gatherCollections, lockGathering } from "./gather-collections.ts";
import { assertWhole, type NewSettlement, type SettlementId } from "./settlement.ts";

/** A deal is confirmed: its fee is owed from now on, and collected when it reaches what Stripe charges. Once per deal. */
export async function openSettlement(tx: Tx, author: Author, settlement: NewSettlement): Promise<SettlementId> {
  assertWhole(settlement);
  const { merchantId, providerId, gross, platform, provider, feeBase, grade, holdDays, calculation, ...facts } =
    settlement;
  const at = await clock.now(tx);
  const id: SettlementId = newId("stl", at.getTime());
  await lockGathering(tx, merchantId, gross.currency);
  await tx.settlement.create({
    data: {
      ...facts,
      id,
      merchantId,
      providerId,
      currency: gross.currency,
      feeBaseMinor: feeBase.minor,
      grossMinor: gross.minor,
      platformMinor: platform.minor,
      providerMinor: provider.minor,
      calculation: calculation as readonly Prisma.InputJsonObject[] as Prisma.InputJsonArray,
      createdAt: at,
    },
  });
  if (provider.minor > 0n) await accrueEarning(tx, { settlementId: id, providerId, amount: provider, grade, holdDays });
  await gatherCollections(tx, merchantId, gross.currency);
  await recordMoney(tx, author, {
    what: "settlement.opened",
    about: id,
    audience: [merchantId, providerId],
    detail: { dealId: facts.dealId, currency: gross.currency, grossMinor: gross.minor.toString() },
  });
  await transfer(tx, accrued({ id, merchantId, providerId, platform, provider }));
  return id;
}
