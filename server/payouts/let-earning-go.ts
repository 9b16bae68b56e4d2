import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { earningIsNotHeldBack, earningIsUnknown, type LetEarningGo } from "./earning.ts";
import { recordMoney } from "./record-money.ts";

/** What a person held back goes on: the earning is held as before, and goes to review when its hold is over. */
export function letEarningGo(actor: Actor, { earningId, resolution }: LetEarningGo): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select 1 from earning where id = ${earningId} for update`;
    const earning = await tx.earning.findUnique({
      where: { id: earningId },
      include: { blocks: { where: { resolvedAt: null } } },
    });
    if (!earning) throw earningIsUnknown();
    // A refund or a chargeback is not a person's to wave through here: its own end lifts it.
    const others = earning.blocks.some((block) => block.kind !== "manual");
    if (earning.status !== "frozen" || others) throw earningIsNotHeldBack();
    await tx.earningBlock.updateMany({
      where: { earningId, resolvedAt: null },
      data: { resolvedAt: await clock.now(tx), resolvedById: actor.userId, resolution },
    });
    await tx.earning.update({ where: { id: earningId }, data: { status: "held" } });
    await recordMoney(tx, actor, {
      what: "earning.let_go",
      about: earningId,
      audience: [earning.providerId],
      detail: { from: "frozen", to: "held", resolution },
    });
  });
}
