import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { assertEnrolled } from "./assert-enrolled.ts";
import { isQuietFor } from "./person-time.ts";
import type { ProspectId, ProspectStatus } from "./prospect.ts";
import { MAX_COUNTED, UPCOMING_ROWS, type Upcoming } from "./queue.ts";

type Row = {
  readonly id: ProspectId;
  readonly name: string;
  readonly company: string;
  readonly country: string;
  readonly timeZone: string | null;
  readonly status: ProspectStatus;
  readonly dueAt: Date;
  /** How the person was reached last, or can be. */
  readonly channel: string;
  readonly isMine: boolean;
};

/** The column of next prospects: what is due and with nobody else, the agent's own first; how many there are; the clock. */
export async function upcoming({ organisationId, userId }: Actor, { programId }: Upcoming) {
  await assertEnrolled(db, organisationId, programId);
  const now = await clock.now();
  const rows = await db.$queryRaw<Row[]>`
    select id, name, company, country, time_zone as "timeZone", status::text, due_at as "dueAt",
      coalesce((select t.channel from touch t where t.prospect_id = p.id and t.channel <> 'note' order by t.at desc limit 1),
        case when phone is not null then 'call' else 'mail' end) as channel,
      (taken_by_id = ${userId} and taken_until > ${now}) is true as "isMine"
    from prospect p
    where provider_id = ${organisationId} and program_id = ${programId} and due_at <= ${now}
      and status in ('new', 'working', 'qualified')
      and (taken_until is null or taken_until <= ${now} or taken_by_id = ${userId})
    order by due_at, id limit ${UPCOMING_ROWS}`;
  const [counted] = await db.$queryRaw<{ due: number }[]>`
    select count(*)::int as due from (
      select 1 from prospect
      where provider_id = ${organisationId} and program_id = ${programId} and due_at <= ${now}
        and status in ('new', 'working', 'qualified')
      limit ${MAX_COUNTED}) counted`;
  const soon = await db.prospect.findFirst({
    where: { providerId: organisationId, programId, dueAt: { gt: now } },
    orderBy: { dueAt: "asc" },
    select: { dueAt: true },
  });
  return {
    rows: rows.map((row) => ({ ...row, isQuiet: isQuietFor(row, now) })),
    due: counted?.due ?? 0,
    isMore: counted?.due === MAX_COUNTED,
    /** When the next one is due, for an empty queue. */
    nextDueAt: soon?.dueAt ?? null,
  };
}
