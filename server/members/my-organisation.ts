import type { Actor } from "#server/kernel/actor.ts";
import { db } from "#server/platform/db.ts";

/** What my organisation says about itself. */
export const myOrganisation = ({ organisationId }: Actor) =>
  db.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { name: true, kind: true, country: true, timeZone: true, website: true, postalAddress: true },
  });
