import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import type { ProgramId } from "#server/programs/program.ts";

/** Programs of one provider that an agent may choose from. */
const MAX_PROGRAMS = 100;

/** The programs whose people an agent may work on, those with somebody due first. */
export async function workablePrograms({ organisationId }: Actor) {
  const now = await clock.now();
  return db.$queryRaw<{ id: ProgramId; name: string; isDue: boolean }[]>`
    select p.id, p.name, exists (
      select 1 from prospect t where t.provider_id = e.provider_id and t.program_id = p.id and t.due_at <= ${now}
        and t.status in ('new', 'working', 'qualified')) as "isDue"
    from enrolment e join program p on p.id = e.program_id
    where e.provider_id = ${organisationId} and e.status = 'approved' and p.status <> 'closed'
    order by "isDue" desc, p.name, p.id limit ${MAX_PROGRAMS}`;
}
