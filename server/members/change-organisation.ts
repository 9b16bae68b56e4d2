import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { ChangeOrganisation } from "./organisation.ts";

/** Changes what others see of the organisation, and the zone its days are counted in. Deadlines already set stay. */
export function changeOrganisation(actor: Actor, change: ChangeOrganisation): Promise<void> {
  return inTransaction(async (tx) => {
    const { name, timeZone, postalAddress, website } = change;
    await tx.organisation.update({
      where: { id: actor.organisationId },
      data: { name, timeZone, postalAddress: postalAddress || null, website: website || null },
    });
    await record(tx, actor, { what: "organisation.changed", about: actor.organisationId, detail: { name, timeZone } });
  });
}
