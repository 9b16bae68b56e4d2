import type { Prisma } from "#prisma";
import type { OrganisationId } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";
import { type ProspectId, prospectIsUnknown } from "./prospect.ts";

export type LockedProspect = Prisma.ProspectGetPayload<{ include: { identities: true } }>;

/** A prospect of one provider, locked until the transaction ends. A stranger's is unknown. */
export async function lockProspect(
  tx: Tx,
  providerId: OrganisationId,
  prospectId: ProspectId,
): Promise<LockedProspect> {
  await tx.$executeRaw`select 1 from prospect where id = ${prospectId} and provider_id = ${providerId} for update`;
  const prospect = await tx.prospect.findFirst({
    where: { id: prospectId, providerId },
    include: { identities: { orderBy: { kind: "asc" } } },
  });
  if (!prospect) throw prospectIsUnknown();
  return prospect;
}
