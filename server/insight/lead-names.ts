import { z } from "zod";
import type { Actor } from "#server/kernel/actor.ts";
import { kindOf } from "#server/kernel/actor.ts";
import { MAX_PAGE_SIZE } from "#server/kernel/page.ts";
import { prose } from "#server/kernel/text.ts";
import { db } from "#server/platform/db.ts";

export const LeadNamesQuestion = z.object({ leadIds: z.array(prose(60)).max(MAX_PAGE_SIZE) });
export type LeadNamesQuestion = z.infer<typeof LeadNamesQuestion>;

/** What a lead is called in a list of money: its company or role, and its program. Nobody's contact data. */
export async function leadNames(actor: Actor, { leadIds }: LeadNamesQuestion) {
  const kind = kindOf(actor.role);
  const own =
    kind === "platform"
      ? {}
      : kind === "merchant"
        ? { merchantId: actor.organisationId }
        : { providerId: actor.organisationId };
  const rows = await db.lead.findMany({
    where: { ...own, id: { in: leadIds } },
    select: { id: true, company: true, title: true, program: { select: { id: true, name: true } } },
  });
  return new Map(rows.map((row) => [row.id, { name: row.company || row.title, program: row.program }]));
}

export const SettlementNamesQuestion = z.object({ settlementIds: z.array(prose(60)).max(MAX_PAGE_SIZE) });
export type SettlementNamesQuestion = z.infer<typeof SettlementNamesQuestion>;

/** The same by settlement, for those who know a share and not its lead. */
export async function settlementNames(actor: Actor, { settlementIds }: SettlementNamesQuestion) {
  const settlements = await db.settlement.findMany({
    where: { id: { in: settlementIds } },
    select: { id: true, leadId: true },
  });
  const names = await leadNames(actor, { leadIds: settlements.map((row) => row.leadId) });
  return new Map(
    settlements.flatMap(({ id, leadId }) => {
      const known = names.get(leadId);
      return known ? [[id, { name: known.name, program: known.program.name }] as const] : [];
    }),
  );
}
