import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { inTransaction } from "#server/platform/db.ts";
import type { Locale } from "./user.ts";

/** The language in which I am written to. */
export function changeLocale(actor: Actor, locale: Locale): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.user.update({ where: { id: actor.userId }, data: { locale } });
    await record(tx, actor, { what: "user.locale_changed", about: actor.userId, detail: { locale } });
  });
}
