import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { plusDays } from "#server/kernel/time.ts";
import type { Tx } from "#server/platform/db.ts";
import { claimsAreAtTheirCap, MAX_OPEN_CLAIMS, USUAL_PROTECTION_DAYS } from "./claim.ts";
import type { LockedProspect } from "./lock-prospect.ts";

/**
 * A real touch opens a claim for each identity of the person, or renews it. False, and nothing kept, when another
 * provider holds one of them: of two providers at the same moment the constraint lets one through.
 */
export async function openClaims(tx: Tx, actor: Actor, prospect: LockedProspect, now: Date): Promise<boolean> {
  const until = plusDays(now, await protectionDays(tx, prospect.programId));
  const renewed = await tx.claim.updateMany({
    where: { prospectId: prospect.id, providerId: actor.organisationId, status: "active" },
    data: { until },
  });
  if (renewed.count === prospect.identities.length) return true;

  if (renewed.count === 0) await assertUnderTheCap(tx, prospect);
  const opened: string[] = [];
  for (const { kind, value } of prospect.identities) {
    const id = newId("claim", now.getTime());
    const written = await tx.$executeRaw`
      insert into claim (id, program_id, kind, value, provider_id, prospect_id, status, opened_at, until)
      values (${id}, ${prospect.programId}, ${kind}, ${value}, ${prospect.providerId}, ${prospect.id}, 'active', ${now}, ${until})
      on conflict (program_id, kind, value) where status in ('active', 'converted') do nothing`;
    if (written === 1) opened.push(id);
  }
  const held = await tx.claim.count({
    where: { prospectId: prospect.id, providerId: prospect.providerId, status: "active" },
  });
  if (held === prospect.identities.length) return true;
  await tx.claim.deleteMany({ where: { id: { in: opened } } });
  return false;
}

async function protectionDays(tx: Tx, programId: string): Promise<number> {
  const terms = await tx.termsVersion.findFirst({
    where: { programId, status: "active" },
    select: { protectionDays: true },
  });
  return terms?.protectionDays ?? USUAL_PROTECTION_DAYS;
}

/** Two agents of one provider may not both take the last place: they count one after the other. */
async function assertUnderTheCap(tx: Tx, { providerId, programId }: LockedProspect): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`claims:${providerId}:${programId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ open: number }[]>`
    select count(distinct prospect_id)::int as open from claim
    where provider_id = ${providerId} and program_id = ${programId} and status = 'active'`;
  if ((row?.open ?? 0) >= MAX_OPEN_CLAIMS) throw claimsAreAtTheirCap({ cap: MAX_OPEN_CLAIMS });
}
