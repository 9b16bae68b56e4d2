import type { Actor } from "#server/kernel/actor.ts";
import { type Day, dayIn, plusDays } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import { atHour, SNOOZE_HOUR } from "./person-time.ts";
import { assertWorkable, MAX_SNOOZE_DAYS, type Snooze, snoozeIsNotAhead } from "./queue.ts";

/** An agent puts a prospect off: it comes back by itself at nine o'clock of a day, where the person lives. */
export function snooze(actor: Actor, { prospectId, until }: Snooze): Promise<Date> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    assertWorkable(prospect, actor.userId, now);
    const { timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: actor.organisationId } });
    const zone = prospect.timeZone ?? timeZone;
    const dueAt = atHour(
      SNOOZE_HOUR,
      "day" in until ? (until.day as Day) : dayIn(zone, plusDays(now, until.days)),
      zone,
    );
    if (dueAt <= now || dueAt > plusDays(now, MAX_SNOOZE_DAYS + 1)) throw snoozeIsNotAhead({ days: MAX_SNOOZE_DAYS });
    await moveProspect(tx, actor, prospect, "snoozed", { dueAt });
    return dueAt;
  });
}
