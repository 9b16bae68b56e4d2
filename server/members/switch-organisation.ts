import { record } from "#server/events/record.ts";
import type { Actor, OrganisationId, OrganisationKind } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import { organisationIsUnknown } from "./organisation.ts";
import { sessionIsUnknown } from "./session.ts";

/** Works on behalf of another organisation from now on, in this browser. Where one is not a member, there is nothing. */
export function switchOrganisation(
  actor: Actor,
  sessionId: string | null,
  organisationId: OrganisationId,
): Promise<{ kind: OrganisationKind }> {
  return inTransaction(async (tx) => {
    const { userId } = actor;
    const membership = await tx.membership.findFirst({
      where: { userId, organisationId, endedAt: null },
      include: { organisation: { select: { kind: true } } },
    });
    if (!membership) throw organisationIsUnknown();
    const { count } = await tx.session.updateMany({
      where: { id: sessionId ?? "", userId, endedAt: null },
      data: { organisationId },
    });
    if (count === 0) throw sessionIsUnknown();
    const there: Actor = { userId, organisationId, role: membership.role };
    await record(tx, there, {
      what: "session.switched",
      about: sessionId ?? "",
      detail: { from: actor.organisationId },
    });
    return { kind: membership.organisation.kind };
  });
}
