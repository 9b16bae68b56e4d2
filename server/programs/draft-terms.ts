import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { newId } from "#server/kernel/id.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { lockedProgram } from "./locked-program.ts";
import { assertOpen, programCurrencyIsFixed } from "./program.ts";
import { type DraftTerms, termsFrom } from "./terms.ts";
import { columnsOf } from "./terms-row.ts";

/** A merchant writes the program's next terms version. What is in force is never edited: the draft stands beside it. */
export function draftTerms(actor: Actor, { programId, terms: input }: DraftTerms): Promise<void> {
  return inTransaction(async (tx) => {
    const program = await lockedProgram(tx, actor, programId);
    assertOpen(program);
    const terms = termsFrom(input);
    if (terms.currency !== program.currency) {
      if (program.status !== "draft") throw programCurrencyIsFixed({ currency: program.currency.toUpperCase() });
      await tx.program.update({ where: { id: programId }, data: { currency: terms.currency } });
    }
    const now = await clock.now(tx);
    const latest = await tx.termsVersion.findFirst({ where: { programId }, orderBy: { version: "desc" } });
    const data = { ...columnsOf(terms), createdAt: now };
    const version = latest?.status === "draft" ? latest.version : (latest?.version ?? 0) + 1;
    if (latest?.status === "draft") await tx.termsVersion.update({ where: { id: latest.id }, data });
    else await tx.termsVersion.create({ data: { ...data, id: newId("terms", now.getTime()), programId, version } });
    await record(tx, actor, { what: "program.terms_drafted", about: programId, detail: { version } });
  });
}
