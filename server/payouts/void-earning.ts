import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { earningIsCharged } from "./earning.ts";
import { recordMoney } from "./record-money.ts";

/** The settlement was void before its charge: there is nothing to earn. */
export async function voidEarning(
  tx: Tx,
  author: Author,
  { settlementId, reason }: { settlementId: string; reason: string },
): Promise<void> {
  await tx.$executeRaw`select 1 from earning where settlement_id = ${settlementId} for update`;
  const earning = await tx.earning.findUnique({ where: { settlementId } });
  if (!earning || earning.status === "void") return;
  if (earning.status !== "contingent") throw earningIsCharged();
  await tx.earning.update({ where: { id: earning.id }, data: { status: "void" } });
  await recordMoney(tx, author, {
    what: "earning.voided",
    about: earning.id,
    audience: [earning.providerId],
    detail: { from: "contingent", to: "void", reason },
  });
}
