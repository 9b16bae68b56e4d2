import type { Actor, OrganisationKind } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { type DemoPerson, demoPeople } from "./demo-people.ts";

export type AtTheDoor = {
  readonly now: Date;
  /** On which side whoever asks is signed in already; null for a stranger. */
  readonly signedIn: OrganisationKind | null;
  /** People of the demo town to sign in as; none outside the sandbox. */
  readonly demoPeople: readonly DemoPerson[];
};

/** What the pages before signing in need to know. */
export async function atTheDoor(actor: Actor | null): Promise<AtTheDoor> {
  return { now: await clock.now(), signedIn: actor && kindOf(actor.role), demoPeople: await demoPeople() };
}
