import type { Happening } from "#server/events/event.ts";
import { record } from "#server/events/record.ts";
import type { Author } from "#server/kernel/actor.ts";
import type { Tx } from "#server/platform/db.ts";

/** Writes down what happened to money: finance's open pages hear of it too, whoever did it. */
export async function recordMoney(tx: Tx, author: Author, happening: Happening): Promise<void> {
  const finance = await tx.organisation.findMany({ where: { kind: "platform" }, select: { id: true } });
  const audience = [...(happening.audience ?? []), ...finance.map(({ id }) => id)];
  await record(tx, author, { ...happening, audience });
}
