import { record } from "#server/events/record.ts";
import type { OrganisationId, UserId } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { plus } from "#server/kernel/time.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import { MAX_USER_AGENT, noOrganisationLeft, type Origin, SESSION_MS, type Started } from "./session.ts";

/** Signs a browser in for a person who has shown who they are, on behalf of the organisation they worked for last. */
export async function beginSession(tx: Tx, userId: UserId, origin: Origin): Promise<Started> {
  const memberships = await tx.membership.findMany({ where: { userId, endedAt: null }, orderBy: { since: "asc" } });
  const last = await tx.session.findFirst({
    where: { userId, organisationId: { in: memberships.map((m) => m.organisationId) } },
    orderBy: { startedAt: "desc" },
  });
  const membership = memberships.find((m) => m.organisationId === last?.organisationId) ?? memberships[0];
  if (!membership) throw noOrganisationLeft();

  const now = await clock.now(tx);
  const organisationId = membership.organisationId as OrganisationId;
  const sessionId = newId("session", now.getTime());
  await tx.session.create({
    data: {
      id: sessionId,
      userId,
      organisationId,
      startedAt: now,
      expiresAt: plus(now, SESSION_MS),
      ip: origin.ip,
      userAgent: origin.userAgent?.slice(0, MAX_USER_AGENT) ?? null,
    },
  });
  const actor = { userId, organisationId, role: membership.role };
  await record(tx, actor, { what: "session.started", about: sessionId });
  return { sessionId, userId };
}
