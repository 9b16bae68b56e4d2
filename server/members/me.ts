import type { Actor, OrganisationId } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { localeOf, type Me } from "./user.ts";

/** Who I am, for whom I work now, and where else I may go. */
export async function me(actor: Actor): Promise<Me> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: {
      name: true,
      email: true,
      locale: true,
      memberships: {
        where: { endedAt: null },
        orderBy: { since: "asc" },
        select: {
          role: true,
          organisation: { select: { id: true, name: true, kind: true, timeZone: true, country: true } },
        },
      },
    },
  });
  const places = user.memberships.map(({ role, organisation }) => ({
    ...organisation,
    id: organisation.id as OrganisationId,
    role,
  }));
  const here = places.find((place) => place.id === actor.organisationId);
  if (!here) throw new Error("an actor without a membership");
  const { role: _role, ...organisation } = here;
  return {
    user: { id: actor.userId, name: user.name, email: user.email, locale: localeOf(user.locale) },
    organisation,
    role: actor.role,
    organisations: places.map(({ id, name, kind, role }) => ({ id, name, kind, role })),
  };
}
