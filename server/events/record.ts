import type { Author } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import type { Tx } from "#server/platform/db.ts";
import type { Happening } from "./event.ts";

/** Writes down that somebody did something. Listeners hear of it when the transaction commits, and only then. */
export async function record(tx: Tx, author: Author, happening: Happening): Promise<void> {
  const { what, about, audience = [], silent, detail = {} } = happening;
  const { organisationId, userId } = author;
  const heard = new Set<string>(organisationId ? [organisationId, ...audience] : audience);
  await tx.event.create({
    data: { organisationId, userId, what, about, audience: silent ? [] : [...heard], detail, at: await clock.now(tx) },
  });
}
