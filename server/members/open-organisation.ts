import { record } from "#server/events/record.ts";
import type { Actor, OrganisationKind } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { isDuplicate, type Tx } from "#server/platform/db.ts";
import { OWNER } from "./invitation.ts";
import { assertServed } from "./organisation.ts";
import { emailIsTaken, type SignUp } from "./user.ts";

type Opening = Omit<SignUp, "kind" | "password"> & {
  readonly kind: OrganisationKind;
  readonly passwordHash: string;
};

/** Writes down a new organisation and the person who holds it. */
export async function openOrganisation(tx: Tx, opening: Opening): Promise<Actor> {
  assertServed(opening.kind, opening.country);
  const now = await clock.now(tx);
  const { kind, country, timeZone, name, email, passwordHash, locale } = opening;
  const organisationId = newId("org", now.getTime());
  const userId = newId("user", now.getTime());
  const role = OWNER[kind];
  try {
    await tx.user.create({ data: { id: userId, email, name, passwordHash, locale, createdAt: now } });
  } catch (error) {
    throw isDuplicate(error) ? emailIsTaken() : error;
  }
  await tx.organisation.create({
    data: { id: organisationId, kind, name: opening.organisationName, country, timeZone, createdAt: now },
  });
  await tx.membership.create({ data: { organisationId, userId, role, since: now } });
  const actor: Actor = { userId, organisationId, role };
  await record(tx, actor, { what: "organisation.opened", about: organisationId, detail: { kind, country } });
  return actor;
}
