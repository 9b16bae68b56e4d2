import { z } from "zod";
import { olderThan, PageInput, pageOf } from "#server/kernel/page.ts";
import { prose } from "#server/kernel/text.ts";
import { db } from "#server/platform/db.ts";

export const OrganisationsQuestion = PageInput.extend({
  kind: z.enum(["merchant", "provider"]).optional(),
  text: prose(100).optional(),
});
export type OrganisationsQuestion = z.infer<typeof OrganisationsQuestion>;

/** Every merchant and provider, newest first, with what finance asks of each: is it ready to pay or to be paid. */
export async function organisations({ kind, text, limit, after }: OrganisationsQuestion) {
  const rows = await db.organisation.findMany({
    where: {
      kind: kind ?? { in: ["merchant", "provider"] },
      ...(text && { name: { contains: text, mode: "insensitive" } }),
      AND: olderThan("createdAt", after),
    },
    include: {
      payoutAccounts: { where: { closedAt: null }, select: { payoutsCapability: true, transfersCapability: true } },
      paymentMethods: { where: { endedAt: null }, select: { brand: true, last4: true } },
      _count: { select: { memberships: { where: { endedAt: null } } } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row.createdAt);
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      name: row.name,
      country: row.country,
      since: row.createdAt,
      people: row._count.memberships,
      payoutsCapability: row.payoutAccounts[0]?.payoutsCapability ?? null,
      paymentMethod: row.paymentMethods[0] ?? null,
    })),
  };
}
