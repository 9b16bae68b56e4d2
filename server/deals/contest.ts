import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { askFinance } from "./ask-finance.ts";
import {
  assertMove,
  assertReason,
  CONTEST_DAYS,
  type Contest,
  dealContestIsLate,
  dealHasMovedOn,
  dealIsContested,
  dealIsYourOwn,
  sideOf,
} from "./deal.ts";
import { type LockedDeal, lockDeal } from "./lock-deal.ts";

/** One side contests what the other reported: the merchant a reported win, the provider the value of a confirmed one. A person is asked. */
export function contest(actor: Actor, { dealId, reason }: Contest): Promise<void> {
  return inTransaction(async (tx) => {
    const locked = await lockDeal(tx, actor, dealId);
    const { deal, lead } = locked;
    const side = sideOf(actor);
    const now = await clock.now(tx);
    if (deal.reportedBy === side) throw dealIsYourOwn();
    if (side === "merchant") assertMove(deal, "contested");
    else assertValueContestable(locked, now);
    assertReason(reason);

    // A contested value does not undo the confirmation: the charge goes on, and a person decides about the difference.
    if (side === "merchant") await tx.deal.update({ where: { id: dealId }, data: { status: "contested" } });
    await tx.dealContest.create({ data: { dealId, by: side, reason, userId: actor.userId, at: now } });
    const audience = await askFinance(tx, dealId);
    await record(tx, actor, {
      what: side === "merchant" ? "deal.contested" : "deal.value_contested",
      about: dealId,
      audience: [lead.merchantId, lead.providerId, ...audience],
      detail: { by: side, from: deal.status },
    });
  });
}

function assertValueContestable({ deal }: LockedDeal, now: Date): void {
  if (deal.contest) throw dealIsContested();
  if (deal.status !== "confirmed" || !deal.confirmation) throw dealHasMovedOn({ status: deal.status });
  if (plusDays(deal.confirmation.at, CONTEST_DAYS) <= now) throw dealContestIsLate({ days: CONTEST_DAYS });
}
