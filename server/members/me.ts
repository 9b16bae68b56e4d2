import type { Actor, OrganisationId, OrganisationKind, Role, UserId } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";
import { type Locale, localeOf } from "./user.ts";

export type Me = {
  readonly user: { readonly id: UserId; readonly name: string; readonly email: string; readonly locale: Locale };
  readonly organisation: Place & { readonly timeZone: string; readonly country: string };
  readonly role: Role;
  /** Every organisation this person works in, the present one included. */
  readonly organisations: readonly (Place & { readonly role: Role })[];
};
type Place = { readonly id: OrganisationId; readonly name: string; readonly kind: OrganisationKind };

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
