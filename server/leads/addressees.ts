import type { Role } from "#server/kernel/actor.ts";
import { type Right, rolesWith } from "#server/members/rights.ts";
import { db, type Reader } from "#server/platform/db.ts";

export type Addressee = { readonly email: string; readonly locale: string };

/** The people of an organisation whose business something is: those with the right to act on it. */
export async function addressees(organisationId: string, right: Right): Promise<Addressee[]> {
  const roles: Role[] = [...rolesWith(right)];
  const members = await db.membership.findMany({
    where: { organisationId, role: { in: roles }, endedAt: null },
    select: { user: { select: { email: true, locale: true } } },
  });
  return members.map(({ user }) => user);
}

/** The platform's own organisations, whose open pages hear of what waits for a person. */
export async function platformIds(reader: Reader): Promise<string[]> {
  const rows = await reader.organisation.findMany({ where: { kind: "platform" }, select: { id: true } });
  return rows.map(({ id }) => id);
}
