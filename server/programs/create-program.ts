import { record } from "#server/events/record.ts";
import type { Actor } from "#server/kernel/actor.ts";
import { clock } from "#server/platform/clock.ts";
import { inTransaction } from "#server/platform/db.ts";
import { type CreateProgram, MAX_OPEN_PROGRAMS, programIsUnknown, programsAreTooMany } from "./program.ts";
import { settledCurrency } from "./terms.ts";

/** A merchant begins a program: a draft that nobody else sees. The same id again changes nothing. */
export function createProgram(actor: Actor, { id, name, currency }: CreateProgram): Promise<void> {
  return inTransaction(async (tx) => {
    const merchantId = actor.organisationId;
    await tx.$executeRaw`select 1 from organisation where id = ${merchantId} for update`;
    const known = await tx.program.findUnique({ where: { id }, select: { merchantId: true } });
    if (known && known.merchantId !== merchantId) throw programIsUnknown();
    if (known) return;
    const open = await tx.program.count({ where: { merchantId, status: { not: "closed" } } });
    if (open >= MAX_OPEN_PROGRAMS) throw programsAreTooMany({ max: MAX_OPEN_PROGRAMS });
    const createdAt = await clock.now(tx);
    await tx.program.create({ data: { id, merchantId, name, currency: settledCurrency(currency), createdAt } });
    await record(tx, actor, { what: "program.created", about: id, detail: { name } });
  });
}
