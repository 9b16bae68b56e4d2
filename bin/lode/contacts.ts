/** The contacts of a month, brought in as providers do: one list for each origin. */

import { bringIn } from "#prisma/town/bring-in.ts";
import type { Actor } from "#server/kernel/actor.ts";
import type { Stage } from "#server/testing/stage.ts";
import type { Cast } from "./cast.ts";
import { type Contact, emailOf, type Win } from "./olist.ts";

/** Imports them: who was later won goes to the provider whose agent won it, the others in turn. */
export async function bringContacts(
  stage: Stage,
  cast: Cast,
  month: string,
  contacts: readonly Contact[],
  wins: ReadonlyMap<string, Win>,
): Promise<void> {
  for (const provider of cast.providers) {
    const own = contacts.filter((contact) => ownerOf(cast, contact, wins).organisationId === provider.organisationId);
    for (const [origin, group] of Map.groupBy(own, (contact) => contact.origin))
      await bringIn(provider, {
        programId: cast.programId,
        fileName: `${month}-${origin}.csv`,
        csv: `Company,E-mail,Landing page\n${group.map(({ id, page }) => `Shop ${id.slice(0, 8)},${emailOf(id)},${page}\n`).join("")}`,
        campaign: origin,
        sourceChannel: "other",
        consentBasis: "consent",
      });
  }
  await stage.settle();
}

function ownerOf(cast: Cast, contact: Contact, wins: ReadonlyMap<string, Win>): Actor {
  const win = wins.get(contact.id);
  const agent = win && cast.qualifiers.get(win.qualifier);
  const turn = cast.providers[Number.parseInt(contact.id.slice(0, 6), 16) % cast.providers.length];
  if (!agent && !turn) throw new Error("nobody to bring a contact in");
  return agent ?? (turn as Actor);
}
