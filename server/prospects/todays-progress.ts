import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { startOfDay } from "./person-time.ts";
import { DAILY_GOAL } from "./queue.ts";

/** An agent's day in the provider's zone: people worked, out of the goal, and handed over. */
export async function todaysProgress({ organisationId, userId }: Actor) {
  const now = await clock.now();
  const { timeZone } = await db.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const since = startOfDay(timeZone, now);
  const [row] = await db.$queryRaw<{ worked: number; handedOver: number }[]>`
    select
      (select count(distinct prospect_id)::int from touch
        where provider_id = ${organisationId} and user_id = ${userId} and at >= ${since} and channel <> 'note') as worked,
      (select count(*)::int from event
        where user_id = ${userId} and organisation_id = ${organisationId} and what = 'prospect.handed_over'
          and at >= ${since}) as "handedOver"`;
  return { worked: row?.worked ?? 0, handedOver: row?.handedOver ?? 0, goal: DAILY_GOAL };
}
