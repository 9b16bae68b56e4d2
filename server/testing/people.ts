import type { Actor, OrganisationId, OrganisationKind, Role, UserId } from "#server/kernel/actor.ts";
import { kindOf, ROLES } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { db } from "#server/platform/db.ts";
import { createCaller } from "#server/trpc/root.ts";
import type { Caller } from "#server/trpc/trpc.ts";

type Staff<Kind extends OrganisationKind> = { readonly [R in Extract<Role, `${Kind}_${string}`>]: Actor };
type Company<Kind extends OrganisationKind> = Staff<Kind> & { readonly id: OrganisationId };

const nobody: Caller = { ip: "203.0.113.7", userAgent: "a test", sessionId: null };

/** The router as one person sees it; null is a stranger at the door. */
export const as = (actor: Actor | null, caller: Caller = nobody) => createCaller({ actor, caller });

/** A new organisation of a kind with one person in every role of it: `(await company("merchant")).merchant_owner`. */
export async function company<Kind extends OrganisationKind>(
  kind: Kind,
  over: { name?: string; country?: string; timeZone?: string } = {},
): Promise<Company<Kind>> {
  const id = newId("org");
  const at = await clock.now();
  await db.organisation.create({
    data: {
      id,
      kind,
      name: over.name ?? `${kind} ${id.slice(-6)}`,
      country: over.country ?? "US",
      timeZone: over.timeZone ?? "UTC",
      createdAt: at,
    },
  });
  const staff: Record<string, Actor> = {};
  for (const role of ROLES.filter((r) => kindOf(r) === kind)) staff[role] = await member(id, role, at);
  return { id, ...staff } as Company<Kind>;
}

/** One more person in an organisation. */
export async function member(organisationId: OrganisationId, role: Role, since: Date): Promise<Actor> {
  const userId: UserId = newId("user");
  await db.user.create({
    data: { id: userId, email: `${userId}@people.example`, name: `${role} ${userId.slice(-4)}`, createdAt: since },
  });
  await db.membership.create({ data: { organisationId, userId, role, since } });
  return { userId, organisationId, role };
}
