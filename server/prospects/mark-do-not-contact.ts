import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { Identity } from "./identity.ts";
import { identityHash } from "./identity-hash.ts";
import { lockProspect } from "./lock-prospect.ts";
import { moveProspect } from "./move-prospect.ts";
import { type BarContact, isOpen } from "./prospect.ts";
import { releaseClaims } from "./release-claims.ts";

/**
 * A person must not be contacted again, by anybody, in any program. Only the keyed hash of each identity is kept
 * for it. Who was handed over already stays with the lead; nobody new may reach the person.
 */
export function markDoNotContact(actor: Actor, { prospectId, basis }: BarContact): Promise<void> {
  return inTransaction(async (tx) => {
    const now = await clock.now(tx);
    const prospect = await lockProspect(tx, actor.organisationId, prospectId);
    await tx.doNotContact.createMany({
      data: prospect.identities.map(({ kind, value }) => ({
        identityHash: identityHash({ kind, value } as Identity),
        basis,
        at: now,
      })),
      skipDuplicates: true,
    });
    if (isOpen(prospect.status))
      await moveProspect(tx, actor, prospect, "do_not_contact", { dueAt: null, reason: basis });
    else await record(tx, actor, { what: "prospect.barred", about: prospectId, detail: { reason: basis } });
    await releaseClaims(tx, prospectId, now);
  });
}
