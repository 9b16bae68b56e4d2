import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { confirmDeal } from "./confirm-deal.ts";
import { dealIsYourOwn, type OneDeal, sideOf } from "./deal.ts";
import { lockDeal } from "./lock-deal.ts";

/** The merchant confirms a win that somebody else reported, at once or after it contested it. */
export function confirm(actor: Actor, { dealId }: OneDeal): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockDeal(tx, actor, dealId);
    if (sideOf(actor) !== "merchant") throw dealIsYourOwn();
    await confirmDeal(tx, actor, locked, "merchant");
  });
}
